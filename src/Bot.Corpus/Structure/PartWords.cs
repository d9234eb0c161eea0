using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>The words of part-words.txt: what titles, headings and sentences say about done or to come.</summary>
internal sealed partial class PartWords
{
    private readonly List<Word> _words;

    private PartWords(List<Word> words) => _words = words;

    /// <summary>The shipped list; its head explains the format.</summary>
    public static PartWords Load() => new(
        [.. VocabularyFile.Read("part-words.txt").Select(f => new Word(
            f[0], f[1], double.Parse(f[2].TrimEnd('!'), CultureInfo.InvariantCulture), f[2].EndsWith('!'),
            new Regex(f[3], RegexOptions.CultureInvariant)))]);

    public bool PromisesSummary(string title) => Any("title", "summary", title);

    public bool PromisesPlan(string title) => Any("title", "plan", WithoutEvaluated(title));

    /// <summary>True for a report on how a plan was fulfilled: 规划中期评估, 计划执行情况.</summary>
    public bool IsEvaluation(string title) => Any("title", "evaluation", title);

    public bool IsPolicy(string title) => Any("title", "policy", title);

    /// <summary>True when the words are those of a title at all, whatever it promises.</summary>
    public bool IsTitle(string line) => _words.Exists(w => w.Place == "title" && w.Form.IsMatch(line));

    /// <summary>True for an unnumbered heading that opens a part of the report by itself: 2020年工作计划, 工作成效.</summary>
    public bool NamesPart(string heading) => HeadingPart(heading).Weight == 2 || (Year.IsMatch(heading) && HeadingPart(heading).Weight > 0);

    /// <summary>What a heading says and how surely: 2 decides, 1 hints, 0 says nothing.</summary>
    public (ReportPart Part, int Weight) HeadingPart(string heading)
    {
        for (var weight = 2; weight > 0; weight--)
        {
            var summary = LastEnd("summary", weight, heading);
            var plan = LastEnd("plan", weight, heading);
            // 2019年工作总结和2020年工作思路 as a heading says both, hence nothing; of 重点任务实施情况 the last word is what it is about.
            if (summary >= 0 && plan >= 0 && (summary == plan || Joint.IsMatch(heading[(HeadingMark.Of(heading)?.Length ?? 0)..])))
                return (ReportPart.Unknown, 0);
            if (summary != plan && (weight == 1 || heading.Length <= 20))
                return (plan > summary ? ReportPart.Plan : ReportPart.Summary, weight);
        }

        return (ReportPart.Unknown, 0);
    }

    /// <summary>How much a sentence's language speaks for a plan (positive) or a summary (negative).</summary>
    public double Lean(string sentence) =>
        _words.Where(w => w.Place == "text" && w.Form.IsMatch(sentence)).Sum(w => w.Part == "plan" ? w.Weight : -w.Weight);

    /// <summary>The part of a sentence whose language is unmistakable; Unknown for every other.</summary>
    public ReportPart Unmistakable(string sentence)
    {
        var words = _words.Where(w => w.Place == "text" && w.IsUnmistakable && w.Form.IsMatch(sentence)).ToList();
        var lean = words.Sum(w => w.Part == "plan" ? w.Weight : -w.Weight);
        if (Math.Abs(lean) < 2 || words.Exists(w => w.Part == "plan") == words.Exists(w => w.Part == "summary"))
            return ReportPart.Unknown;
        return lean > 0 ? ReportPart.Plan : ReportPart.Summary;
    }

    private bool Any(string place, string part, string text) =>
        _words.Exists(w => w.Place == place && w.Part == part && w.Form.IsMatch(text));

    // Where the last match of any of the heading's words ends; -1 when none matches.
    private int LastEnd(string part, int weight, string heading) =>
        _words.Where(w => w.Place == "heading" && w.Part == part && w.Weight == weight)
            .SelectMany(w => w.Form.Matches(heading)).Select(m => m.Index + m.Length).DefaultIfEmpty(-1).Max();

    private string WithoutEvaluated(string title) =>
        _words.Where(w => w.Place == "title" && w.Part == "evaluation").Aggregate(title, (rest, w) => w.Form.Replace(rest, ""));

    [GeneratedRegex("[和与及暨、]")]
    private static partial Regex Joint { get; }

    [GeneratedRegex("(?:19|20)\\d{2}\\s?年")]
    private static partial Regex Year { get; }

    private sealed record Word(string Place, string Part, double Weight, bool IsUnmistakable, Regex Form);
}
