using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Finding;
using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>Whether a claim's words, names and places are those of what it cites.</summary>
internal sealed partial class WordingCheck(ClaimWords words)
{
    private const double LeastShare = 0.6;

    /// <param name="used">Where the claim's numbers stand; empty when it has none.</param>
    /// <returns>Why it doesn't hold, in Chinese; null when it does.</returns>
    public string? Fault(Segment segment, string sentence, IReadOnlyCollection<Occurrence> used)
    {
        var shown = string.Join('\n', segment.Cited.Select(s => s.Folded));
        if (Quoted().Matches(segment.Text).Select(m => m.Groups["name"].Value).FirstOrDefault(n => !shown.Contains(TextFolding.Fold(n), StringComparison.Ordinal)) is { } name)
            return $"所引段落没有“{name}”这一名称";
        foreach (var mention in Gazetteer.Default.FindIn(segment.Text).Where(m => !m.IsGuess))
        {
            if (!segment.Cited.Any(s => s.Metadata.Region == mention.Region.Name || s.Metadata.WithinRegion == mention.Region.Name
                || s.Folded.Contains(TextFolding.Fold(mention.Span.Of(segment.Text)), StringComparison.Ordinal)))
                return $"所引段落说的不是{mention.Region.Name}";
        }
        // With numbers, the words must be those of the sentences that hold them: another sentence's subject doesn't lend itself.
        var source = used.Count > 0
            ? string.Join('\n', used.SelectMany(o => new[] { o.Sentence.Folded, o.Sentence.RunHeading, o.Sentence.Context.Section, o.Sentence.Context.Title }))
            : shown;
        var places = string.Join('\n', segment.Cited.Select(s => s.Metadata.Region + s.Metadata.WithinRegion));
        var known = Bigrams.Of(source + "\n" + TextFolding.Fold(places));
        var bare = words.Frame.Replace(TextFolding.Fold(segment.Text), " ");
        if (Bigrams.Foreign(bare, known) is { } foreign)
            return $"所引原文没有“{foreign}”，请沿用原文的词语";
        if (Bigrams.Share(bare, known) < LeastShare)
            return "用词与所引段落出入太大，请沿用原文";
        if (words.Added(TextFolding.Fold(segment.Text), source) is { } added)
            return $"所引段落没有“{added}”的意思";
        return used.Count > 0 ? null : Status(segment, TextFolding.Fold(sentence), shown);
    }

    private string? Status(Segment segment, string claim, string shown)
    {
        var isPlan = Nearest(segment).All(s => s.Sentence.Part is ReportPart.Plan);
        var isResult = Nearest(segment).All(s => s.Sentence.Part is ReportPart.Summary);
        if (isPlan && !words.Plan.IsMatch(claim))
            return "所引段落是计划，须写明";
        if (isPlan && words.Done.Match(claim) is { Success: true } done && !words.Done.IsMatch(shown))
            return $"所引段落是计划，不能写成“{done.Value}”";
        return isResult && words.Target.Match(claim) is { Success: true } target && !words.Target.IsMatch(shown)
            ? $"所引段落是结果，不能写成“{target.Value}”"
            : null;
    }

    private static IEnumerable<EvidenceSentence> Nearest(Segment segment)
    {
        var own = Bigrams.Of(TextFolding.Fold(segment.Text));
        return segment.Cited.Where(s => !s.Sentences.IsEmpty).Select(s => s.Sentences.MaxBy(e => Bigrams.Of(e.Folded).Count(own.Contains))!); // not empty
    }

    [GeneratedRegex("""[“‘「『"'《〈](?<name>[^”’」』"'》〉“《]{1,60})[”’」』"'》〉]""")]
    private static partial Regex Quoted();
}
