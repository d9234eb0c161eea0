using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Understanding;

/// <summary>Cuts a question down to what it speaks of: known words with their synonyms, and pairs of the other characters.</summary>
internal sealed partial class TopicReader(QuestionWords words, Synonyms synonyms, EnglishWords english)
{
    // A pair of neighbouring characters says less than a word of two characters.
    private const double PairWeight = 0.7;

    // Pairs with a character such as 有 or 个 are chance neighbours more often than words.
    private const double WeakPairWeight = 0.12;

    // Words that say what kind of answer is wanted (规模, 实际, 打算) stand in reports too, but need not.
    public const double AskingPairWeight = 0.2;

    public static ImmutableArray<string> AskingLists { get; } =
        ["target", "achieved", "compare", "premise", "money", "percent", "quantity", "rank", "date", "new", "cumulative", "growth", "followup", "list", "ceiling", "trend"];

    private const double DoingWeight = 0.5;

    // A long name is one thing asked about, not as many as it has characters.
    private const double MostWeight = 3;

    // A bare number is mostly what is asked to be confirmed; an English word that no vocabulary knows stands in no Chinese report.
    private const double BareNumberWeight = 0.3;
    private const double UnknownEnglishWeight = 0.1;
    private const double EnglishWeight = 0.6;

    /// <param name="folded">The folded question.</param>
    /// <param name="elsewhere">Spans that are understood already (regions, years).</param>
    /// <param name="isEnglish">The question is in English, so that its words are told apart from names in a Chinese one.</param>
    public ImmutableArray<TopicTerm> Read(string folded, IEnumerable<TextSpan> elsewhere, bool isEnglish = false)
    {
        var taken = new bool[folded.Length];
        foreach (var span in elsewhere)
            Array.Fill(taken, true, span.Start, span.Length);
        var terms = ImmutableArray.CreateBuilder<TopicTerm>();
        foreach (var (span, group) in synonyms.FindIn(folded))
        {
            if (IsTaken(taken, span))
                continue;
            var weight = group.IsDoing ? DoingWeight : WeightOf(span.Of(folded));
            terms.Add(new TopicTerm(Ordered(group.Words, span.Of(folded)), weight, true, span.Start));
            Array.Fill(taken, true, span.Start, span.Length);
        }

        foreach (var (span, _) in words.Find("cut", folded))
        {
            if (!IsTaken(taken, span))
                Array.Fill(taken, true, span.Start, span.Length);
        }

        AddRest(folded, taken, terms, isEnglish);
        return terms.ToImmutable();
    }

    private void AddRest(string folded, bool[] taken, ImmutableArray<TopicTerm>.Builder terms, bool isEnglish)
    {
        var asking = AskingCharacters(folded);
        foreach (Match run in Runs().Matches(Mask(folded, taken)))
        {
            if (run.Value[0] < '\u2e80')
            {
                if (isEnglish && english.ChineseFor(run.Value) is { IsEmpty: false } chinese)
                    terms.Add(new TopicTerm(chinese, EnglishWeight, true, run.Index));
                else if (run.Length > 1 || char.IsAsciiDigit(run.Value[0]))
                    terms.Add(new TopicTerm([run.Value], LatinWeight(run.Value, isEnglish), true, run.Index));
                continue;
            }

            for (var i = 0; i + 1 < run.Length; i++)
            {
                var pair = run.Value.Substring(i, 2);
                if (terms.Any(t => t.Words[0] == pair))
                    continue;
                var weight = words.Has("weak", pair) ? WeakPairWeight
                    : asking[run.Index + i] || asking[run.Index + i + 1] ? AskingPairWeight
                    : PairWeight;
                terms.Add(new TopicTerm([pair], weight, false, run.Index + i));
            }
        }
    }

    private bool[] AskingCharacters(string folded)
    {
        var asking = new bool[folded.Length];
        foreach (var (span, _) in AskingLists.SelectMany(list => words.Find(list, folded)))
            Array.Fill(asking, true, span.Start, span.Length);
        return asking;
    }

    private string Mask(string folded, bool[] taken)
    {
        var masked = folded.ToCharArray();
        foreach (var (span, _) in words.Find("particles", folded))
            masked[span.Start] = ' ';
        for (var i = 0; i < masked.Length; i++)
        {
            if (taken[i])
                masked[i] = ' ';
        }

        return new string(masked);
    }

    private static double LatinWeight(string word, bool isEnglish) =>
        word.All(c => char.IsAsciiDigit(c) || c is '.' or '%' or '-') ? BareNumberWeight
        : isEnglish && word.All(c => char.IsAsciiLetter(c) || c == '-') ? UnknownEnglishWeight
        : Math.Max(1, word.Length / 2.0);

    private static ImmutableArray<string> Ordered(ImmutableArray<string> group, string asked) =>
        [asked, .. group.Where(w => w != asked)];

    private static double WeightOf(string word) =>
        Math.Min(MostWeight, word[0] < '\u2e80' ? Math.Max(1, word.Length / 3.0) : 0.5 + (word.Length * 0.5));

    private static bool IsTaken(bool[] taken, TextSpan span) => Array.IndexOf(taken, true, span.Start, span.Length) >= 0;

    // A run of Han characters, or a Latin or numeric word with the marks that names hold (r&d, 5g, 1+x, 4.0, plug&play).
    [GeneratedRegex(@"[\u3400-\u9fff]+|[a-z0-9]+(?:[&+.\-%][a-z0-9]+)*%?")]
    private static partial Regex Runs();
}
