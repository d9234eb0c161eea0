using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>Words that change what a sentence claims, by group; see Vocabulary/claims.txt.</summary>
internal sealed class ClaimWords
{
    private readonly ImmutableArray<Group> _groups;

    private ClaimWords(IEnumerable<string> lines)
    {
        _groups = [.. lines.Select(l => l.Split('|', 2, StringSplitOptions.TrimEntries)).Select(Group.Of)];
        Target = Find("@target");
        Plan = Find("@plan");
        Done = Find("@done");
        Partial = Find("@partial");
        Frame = Find("@frame");
    }

    public static ClaimWords Default { get; } = new(VocabularyText.Lines("claims.txt", null));

    public Regex Target { get; }

    public Regex Plan { get; }

    public Regex Done { get; }

    public Regex Partial { get; }

    public Regex Frame { get; }

    /// <summary>The first word of the claim that the source lacks; null when all of its kinds stand there.</summary>
    public string? Added(string claim, string source) => _groups
        .Where(g => g.IsAdded)
        .Select(g => (Match: g.Words.Match(claim), g))
        .Where(m => m.Match.Success && !m.g.Words.IsMatch(source))
        .Select(m => m.Match.Value)
        .FirstOrDefault();

    /// <summary>The first word beside the source's number that the claim leaves out; null when it leaves out none.</summary>
    public string? LeftOut(string claim, string source) => _groups
        .Where(g => g.IsKept)
        .Select(g => (Match: g.Words.Match(source), g))
        .Where(m => m.Match.Success && !m.g.Words.IsMatch(claim))
        .Select(m => m.Match.Value)
        .FirstOrDefault();

    /// <summary>The folded text without words that say nothing, and without those that tell the kind of a number.</summary>
    public string Subject(string folded)
    {
        var text = folded;
        foreach (var group in _groups.Where(g => g.IsKept || g.Name == "total"))
            text = group.Words.Replace(text, " ");
        return Frame.Replace(text, " ");
    }

    private Regex Find(string name) => _groups.Single(g => g.Name == name).Words;

    private sealed record Group(string Name, Regex Words, bool IsAdded, bool IsKept)
    {
        public static Group Of(string[] columns)
        {
            var words = columns[0].Split(' ');
            return new(words[^1], new Regex(columns[1], RegexOptions.CultureInvariant), words[0] is "added" or "both", words[0] is "both");
        }
    }
}
