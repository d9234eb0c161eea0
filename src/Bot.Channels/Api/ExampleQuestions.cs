using System.Globalization;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Makes example questions for the reports at hand from the wording in <c>Wording/examples.txt</c>.</summary>
internal sealed class ExampleQuestions
{
    private const int Limit = 6;

    private readonly (string Needs, string Wording)[] _templates;

    public ExampleQuestions() => _templates = [.. ReadTemplates()];

    /// <summary>At most six, without repetition, spread over the reports; empty when none can be searched.</summary>
    public IReadOnlyList<string> From(IEnumerable<ReportEntry> catalogue)
    {
        ReportMetadata[] reports = [.. catalogue.Where(entry => entry.IsSearchable).Select(entry => entry.Metadata).OfType<ReportMetadata>()];
        if (reports.Length == 0)
            return [];

        var questions = new List<string>();
        for (int round = 0; round < _templates.Length; round++)
        {
            for (int turn = 0; turn < reports.Length && questions.Count < Limit; turn++)
            {
                // Neighbours start at different lines, so that the chips don't all ask the same thing.
                var (needs, wording) = _templates[(round + turn) % _templates.Length];
                if (Fits(needs, reports[turn]) && Fill(wording, reports[turn]) is var question && !questions.Contains(question))
                    questions.Add(question);
            }
        }

        return questions;
    }

    private static bool Fits(string needs, ReportMetadata report) => needs switch
    {
        "none" => report.Region is null || report.CoveredYears.IsEmpty,
        "summary" => report is { Region: not null, SummaryYear: not null },
        "plan" => report is { Region: not null, PlanYear: not null },
        _ => throw new InvalidDataException($"examples.txt: unknown need '{needs}'; allowed: summary, plan, none."),
    };

    private static string Fill(string wording, ReportMetadata report) => wording
        .Replace("{region}", report.Region, StringComparison.Ordinal)
        .Replace("{title}", report.Title, StringComparison.Ordinal)
        .Replace("{summary}", report.SummaryYear?.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{plan}", report.PlanYear?.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static IEnumerable<(string Needs, string Wording)> ReadTemplates()
    {
        using var stream = typeof(ExampleQuestions).Assembly.GetManifestResourceStream("Wording/examples.txt")
            ?? throw new InvalidOperationException("Wording/examples.txt is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            string[] sides = line.Split(" : ", 2);
            yield return (sides[0].Trim(), sides[1].Trim());
        }
    }
}
