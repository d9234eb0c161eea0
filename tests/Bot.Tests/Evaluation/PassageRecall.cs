using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Bot.Corpus;
using Bot.Retrieval;
using Bot.Tests.Parts;

namespace Bot.Tests.Evaluation;

/// <summary>How often a search, by the question as it was asked, over all reports of the set, finds a paragraph that an answer should cite.</summary>
/// <param name="Questions">How many expect one.</param>
/// <param name="At10">How many find one among the first 10 passages.</param>
/// <param name="At20">How many find one among the first 20.</param>
internal sealed record PassageRecall(int Questions, int At10, int At20)
{
    private const string OnlyPassRate = "b";

    /// <summary>Stores every report of a folder.</summary>
    public static async Task StoreAsync(IReportIndex index, string folder)
    {
        var reader = new CorpusReader(await SourcesFile.LoadAsync(Path.Combine(folder, SourcesFile.FileName), default));
        foreach (var path in Directory.EnumerateFiles(folder).Where(CorpusReader.CanRead).Order(StringComparer.Ordinal))
            if (Path.GetFileName(path) != SourcesFile.FileName)
                await index.ReplaceAsync((await reader.ReadAsync(path, default)).ShouldBeOfType<ReadOutcome.Success>().Report, Path.GetFileName(path), default);
    }

    public static async Task<PassageRecall> MeasureAsync(IReportIndex index, IEnumerable<EvaluationQuestion> questions)
    {
        var ranks = new List<int>();
        foreach (var question in questions.Where(q => q.Turns.Length == 1 && !q.Expect.Sources.IsEmpty))
            ranks.Add(await RankAsync(index, question));
        return new(ranks.Count, ranks.Count(rank => rank < 10), ranks.Count(rank => rank < 20));
    }

    /// <summary>The questions of a set whose failures may be looked at.</summary>
    public static ImmutableArray<EvaluationQuestion> Open(string file) =>
    [
        .. File.ReadLines(Repository.PathOf("tests", "evaluation", file))
            .Where(line => !string.IsNullOrWhiteSpace(line) && !IsOnlyPassRate(line))
            .Select(EvaluationQuestion.Parse),
    ];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Questions} questions, recall@10 {(double)At10 / Questions:P1}, recall@20 {(double)At20 / Questions:P1}");

    private static bool IsOnlyPassRate(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.TryGetProperty("split", out var split) && split.GetString() == OnlyPassRate;
    }

    // Among the passages; as many as were asked for when none is found.
    private static async Task<int> RankAsync(IReportIndex index, EvaluationQuestion question)
    {
        var hits = await index.SearchAsync(new PassageQuery(question.Turns[0], Limit: 20), default);
        var rank = 0;
        foreach (var hit in hits)
        {
            var paragraph = (await index.LoadParagraphsAsync([new ParagraphAddress(hit.Report, hit.Paragraph)], default))[0].Paragraph;
            var text = EvaluationText.Fold($"{string.Join(' ', paragraph.Section)} {paragraph.Text}");
            if (question.Expect.Sources.Any(source => text.Contains(EvaluationText.Fold(source.Words), StringComparison.Ordinal)))
                return rank;
            rank++;
        }
        return int.MaxValue;
    }
}
