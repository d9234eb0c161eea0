using System.Collections.Frozen;
using Bot.Corpus;

namespace Bot.Answers.Calculating;

/// <summary>Reads how far a figure is known from its qualifier, and carries it through arithmetic.</summary>
internal static class Exactnesses
{
    private static readonly FrozenSet<string> About = FrozenSet.ToFrozenSet(["约", "约为", "近", "大约", "将近", "接近", "达近", "左右", "上下", "预计"]);

    private static readonly FrozenSet<string> Above = FrozenSet.ToFrozenSet(
        ["超", "超过", "突破", "突破了", "逾", "不少于", "不低于", "不小于", "至少", "大于", "过", "上", "以上", "及以上", "之多", "多", "余"]);

    private static readonly FrozenSet<string> Below = FrozenSet.ToFrozenSet(["不超过", "不高于", "少于", "以内", "以下", "最高", "最多", "最高不超过"]);

    public static Exactness Of(Figure figure)
    {
        var words = (figure.Qualifier ?? "").Split('、');
        return words.Any(Below.Contains) ? Exactness.AtMost
            : words.Any(Above.Contains) || figure.Unit is ['余' or '多', ..] ? Exactness.AtLeast
            : words.Any(About.Contains) ? Exactness.About
            : Exactness.Exact;
    }

    public static Exactness Sum(Exactness a, Exactness b) => (a, b) switch
    {
        _ when a == b => a,
        (Exactness.Exact, _) => b,
        (_, Exactness.Exact) => a,
        _ => Exactness.Unknown,
    };

    /// <summary>Of a − b, or of a ÷ b for positive numbers.</summary>
    public static Exactness Less(Exactness a, Exactness b) => Sum(a, b switch
    {
        Exactness.AtLeast => Exactness.AtMost,
        Exactness.AtMost => Exactness.AtLeast,
        _ => b,
    });

    /// <summary>The word before a result that is not exact.</summary>
    public static string Word(Exactness exactness, bool english) => (exactness, english) switch
    {
        (Exactness.About, false) => "约",
        (Exactness.AtLeast, false) => "至少",
        (Exactness.AtMost, false) => "至多",
        (Exactness.About, true) => "about ",
        (Exactness.AtLeast, true) => "at least ",
        (Exactness.AtMost, true) => "at most ",
        _ => "",
    };
}
