using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Understanding;

/// <summary>The lists of question-words.txt: which words of a question tell what is asked.</summary>
internal sealed class QuestionWords
{
    private readonly Dictionary<string, PhraseMatcher<string>> _lists;

    public QuestionWords(string? folder)
    {
        var lists = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        HashSet<string>? current = null;
        foreach (var line in VocabularyText.Lines("question-words.txt", folder))
        {
            if (line[0] == '[')
            {
                var name = line.Trim('[', ']');
                current = lists.TryGetValue(name, out var known) ? known : lists[name] = [];
                continue;
            }

            foreach (var phrase in line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                (current ?? throw new FormatException($"question-words.txt: '{line}' stands before any [list].")).Add(TextFolding.Fold(phrase));
        }

        _lists = lists.ToDictionary(
            l => l.Key,
            l => new PhraseMatcher<string>(l.Value.Select(p => KeyValuePair.Create(p, p))),
            StringComparer.Ordinal);
        Injections = [.. lists["injection"].Select(p => p.Split('+').ToImmutableArray())];
    }

    /// <summary>Groups of words all of which must stand in a question for it to be an attempt at the bot itself.</summary>
    public ImmutableArray<ImmutableArray<string>> Injections { get; }

    public bool Has(string list, string folded) => _lists[list].FindIn(folded).Length > 0;

    /// <summary>Whether somebody speaks of their own enterprise; 科技型中小企业 speaks of them all.</summary>
    public bool IsOfSelf(string folded) =>
        Find("self", folded).Any(w => w.Value[0] != '小' || w.Span.Start == 0 || folded[w.Span.Start - 1] is not ('中' or '型' or '微'));

    /// <summary>True for a place that is part of a name (湖北隆中实验室), not where something is asked of.</summary>
    public bool IsPartOfName(string folded, TextSpan place) =>
        Find("institution", folded).Any(w => w.Span.Start >= place.End && w.Span.Start - place.End <= 4);

    public ImmutableArray<(TextSpan Span, string Value)> Find(string list, string folded) => _lists[list].FindIn(folded);
}
