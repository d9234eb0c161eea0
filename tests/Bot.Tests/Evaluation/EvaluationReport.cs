using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Bot.Tests.Evaluation;

/// <summary>What came of a whole set of questions.</summary>
internal sealed record EvaluationReport(ImmutableArray<QuestionOutcome> Outcomes)
{
    public static async Task<EvaluationReport> OfAsync(EvaluatedBot bot, IEnumerable<EvaluationQuestion> questions)
    {
        var outcomes = ImmutableArray.CreateBuilder<QuestionOutcome>();
        foreach (var question in questions)
            outcomes.Add(await bot.AskAsync(question));
        return new(outcomes.DrainToImmutable());
    }

    /// <summary>Share of the questions that pass, 0 to 1.</summary>
    public double PassRate => (double)Outcomes.Count(o => o.Passes) / Outcomes.Length;

    public IEnumerable<QuestionOutcome> Errors => Outcomes.Where(o => o.Answer is null);

    public IEnumerable<QuestionOutcome> WithUngroundedNumbers => Outcomes.Where(o => !o.Ungrounded.IsEmpty);

    /// <summary>The pass rate by kind of question.</summary>
    public string Table()
    {
        var table = new StringBuilder();
        foreach (var kind in Outcomes.GroupBy(o => o.Question.Kind).OrderBy(k => k.Key, StringComparer.Ordinal))
            table.AppendLine(Line(kind.Key, [.. kind]));
        return table.Append(Line("all", Outcomes)).ToString();
    }

    /// <summary>The table, then every question that fails with what is wrong.</summary>
    public override string ToString() =>
        string.Join(Environment.NewLine, Outcomes.Where(o => !o.Passes || !o.Ungrounded.IsEmpty).Select(o => o.ToString()).Prepend(Table()));

    private static string Line(string kind, ImmutableArray<QuestionOutcome> outcomes)
    {
        var passed = outcomes.Count(o => o.Passes);
        return string.Create(CultureInfo.InvariantCulture, $"{kind,-16} {passed,3}/{outcomes.Length,3}  {100.0 * passed / outcomes.Length,5:0.0}%");
    }
}
