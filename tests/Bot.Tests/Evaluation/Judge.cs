using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers;

namespace Bot.Tests.Evaluation;

/// <summary>Judges an answer by its text and the paragraphs it cites alone; how it was made does not matter.</summary>
internal static class Judge
{
    /// <summary>What is wrong with the answer; nothing when it passes.</summary>
    public static ImmutableArray<string> Faults(Expectation expect, Answer answer)
    {
        var text = EvaluationText.Fold(answer.Text);
        var faults = ImmutableArray.CreateBuilder<string>();
        if (answer is Answer.Refused != expect.IsRefusal)
            faults.Add(answer is Answer.Refused ? "refused" : "did not refuse");
        var missing = expect.Facts.Where(fact => !fact.Any(writing => EvaluationText.Holds(text, writing))).ToList();
        if (missing.Count > 0)
            faults.Add("missing " + string.Join(", ", missing.Select(fact => string.Join('|', fact))));
        var shown = expect.Forbidden.Where(f => text.Contains(EvaluationText.Fold(f), StringComparison.Ordinal)).ToList();
        if (shown.Count > 0)
            faults.Add("shows " + string.Join(", ", shown));
        if (!expect.IsRefusal && FaultOfSources(expect, answer) is { } fault)
            faults.Add(fault);
        return faults.DrainToImmutable();
    }

    /// <summary>
    /// The numbers of the answer that stand in none of its cited paragraphs (their text, title, section and place), nor in the
    /// question, nor among those marked as computed. There must be none, ever.
    /// </summary>
    /// <param name="asked">Every turn of the conversation.</param>
    public static ImmutableArray<string> UngroundedNumbers(Answer answer, IEnumerable<string> asked)
    {
        var allowed = asked.Concat(answer.Citations.SelectMany(c => (string[])[c.Text, c.Title, c.Section, Written(c.Paragraph), Written(c.Number)]));
        var known = allowed
            .SelectMany(text => EvaluationText.Numbers(EvaluationText.Fold(text)))
            .Concat(answer.Computed.Select(computed => Written(computed.Value)))
            .Select(EvaluationText.Plain)
            .ToHashSet();
        return [.. EvaluationText.NumbersOfAnswer(answer.Text).Where(number => !known.Contains(EvaluationText.Plain(number)))];
    }

    private static string? FaultOfSources(Expectation expect, Answer answer)
    {
        if (expect.Sources.IsEmpty)
            return null;
        var cited = answer.Citations.Select(c => EvaluationText.Fold($"{c.Section} {c.Text}")).ToList();
        var found = expect.Sources
            .Where(source => cited.Any(text => text.Contains(EvaluationText.Fold(source.Words), StringComparison.Ordinal)))
            .Select(source => source.Document)
            .ToHashSet();
        if (found.Count == 0)
            return "no citation of the source paragraph";
        return expect.CitesEachDocument && !found.SetEquals(expect.Sources.Select(source => source.Document))
            ? "cites only " + string.Join(", ", found.Order(StringComparer.Ordinal))
            : null;
    }

    private static string Written(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
