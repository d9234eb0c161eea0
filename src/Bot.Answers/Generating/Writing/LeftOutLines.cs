using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>What the extractive answer says and the model's text doesn't: it is given as it stands, so that nothing is lost by phrasing.</summary>
internal static partial class LeftOutLines
{
    private const double Said = 0.5;

    public static ImmutableArray<string> Of(Answer extractive, string written)
    {
        if (extractive is not Answer.Answered)
            return [];
        var lines = extractive.Text.Split('\n');
        var bare = Marker().Replace(written, " ");
        var words = Bigrams.Of(TextFolding.Fold(bare));
        var numbers = NumberSet.Of(bare);
        var kept = ImmutableArray.CreateBuilder<string>();
        var openings = new List<string>();
        foreach (var line in lines)
        {
            // An opening and a blank go with what they open.
            if (line.Trim().Length == 0 || (!Marker().IsMatch(line) && line.TrimEnd()[^1] is '：' or ':'))
            {
                openings.Add(line);
                continue;
            }
            if (!IsSaid(line))
            {
                kept.AddRange(kept.Count == 0 ? openings.SkipWhile(o => o.Length == 0 && !line.StartsWith('|')) : openings);
                kept.Add(line);
            }
            openings.Clear();
        }
        return kept.ToImmutable();

        // Tables, sums and what the answer says of itself are never left to the model.
        bool IsSaid(string line) =>
            Marker().IsMatch(line) && !line.StartsWith('|') && !extractive.Computed.Any(c => line.Contains(c.Expression, StringComparison.Ordinal))
            && numbers.Missing(Marker().Replace(line, " ")).IsEmpty
            && Bigrams.Share(ClaimWords.Default.Frame.Replace(TextFolding.Fold(Marker().Replace(line, " ")), " "), words) >= Said;
    }

    [GeneratedRegex(@"\[\d{1,3}\]")]
    private static partial Regex Marker();
}
