using System.Text.RegularExpressions;
using Bot.Answers.Calculating;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Figures side by side, one row each, with a citation per row.</summary>
internal static partial class FigureTable
{
    public static void Add(AnswerDraft draft, IEnumerable<(Figure Figure, string Marker)> rows, bool english)
    {
        draft.Blank();
        draft.Line(english ? "| Region and time | Indicator | Figure | Kind |" : "| 地区与时间 | 指标 | 数值 | 性质 |");
        draft.Line("|---|---|---|---|");
        foreach (var (figure, marker) in rows)
        {
            var indicator = ListNumber().Replace(figure.Words, "").Replace('|', '/') + AspectWord(figure, english);
            draft.Line($"| {PlaceAndTime.Of(figure, english)} | {indicator} | {Calculation.Written(figure)}{marker} | {Kind(figure, english)} |");
        }
    }

    private static string Kind(Figure figure, bool english) => (figure.Status, english) switch
    {
        (FigureStatus.Target, false) => "目标",
        (FigureStatus.Target, true) => "target",
        (_, true) => "result",
        _ => "结果",
    };

    // Words alone don't say that 43.4% is the growth of an investment, or 416 what was added.
    private static string AspectWord(Figure figure, bool english) => (figure.Aspect, english) switch
    {
        (FigureAspect.Growth, false) => "（增速）",
        (FigureAspect.New, false) => "（新增）",
        (FigureAspect.NetIncrease, false) => "（净增）",
        (FigureAspect.Cumulative, false) => "（累计）",
        (FigureAspect.Rank, false) => "（位次）",
        (FigureAspect.Difference, false) => "（变动）",
        (FigureAspect.Growth, true) => " (growth)",
        (FigureAspect.New, true) => " (new)",
        (FigureAspect.NetIncrease, true) => " (net increase)",
        (FigureAspect.Cumulative, true) => " (total)",
        (FigureAspect.Rank, true) => " (rank)",
        (FigureAspect.Difference, true) => " (change)",
        _ => "",
    };

    // 2.全社会研发投入…: the number of the list entry that the indicator opens.
    [GeneratedRegex(@"^[(（]?[0-9一二三四五六七八九十]{1,2}[)）.．、]\s*")]
    private static partial Regex ListNumber();
}
