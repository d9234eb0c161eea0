using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Finding;

/// <summary>The numbers of a sentence that could answer a question, by kind.</summary>
internal static partial class SentenceNumbers
{
    /// <summary>Spans, in the text given, of the numbers that fit one of the asked kinds.</summary>
    public static ImmutableArray<TextSpan> Fitting(string text, IReadOnlyCollection<AskedUnit> units) =>
        [.. NumberScanner.Scan(text).Where(n => units.Any(u => Fits(n, text, u))).Select(n => n.Span)];

    private static bool Fits(WrittenNumber number, string text, AskedUnit unit)
    {
        if (number.Kind is NumberKind.Label or NumberKind.Name)
            return false;
        var after = text[number.Span.End..Math.Min(text.Length, number.Span.End + 6)];
        return unit switch
        {
            AskedUnit.Any => number.Kind != NumberKind.Date && !(number.Kind == NumberKind.Ordinal && IsArticle(text, number)),
            AskedUnit.Percent => number.Kind is NumberKind.PerCent or NumberKind.PerMille or NumberKind.Fraction || Points().IsMatch(after) || IsBareShare(number, text, after),
            AskedUnit.Money => number.Kind == NumberKind.Quantity && IsMoney(number, text, after),
            AskedUnit.Rank => number.Kind == NumberKind.Ordinal,
            AskedUnit.Count => number.Kind == NumberKind.Quantity && !Points().IsMatch(after) && !Currency().IsMatch(after) && !Duration().IsMatch(after),
            _ => false,
        };
    }

    // 第二条: a number of the document's order.
    private static bool IsArticle(string text, WrittenNumber number) => number.Span.End < text.Length && text[number.Span.End] is '条' or '章' or '款' || text[number.Span.Start..number.Span.End] is [.., '条' or '章' or '款'];

    // 占GDP比重达2.8左右: the per cent sign was forgotten.
    private static bool IsBareShare(WrittenNumber number, string text, string after) =>
        number.Kind == NumberKind.Quantity && !number.IsChinese && Unitless().IsMatch(after) && Share().IsMatch(text[Math.Max(0, number.Span.Start - 10)..number.Span.Start]);

    private static bool IsMoney(WrittenNumber number, string text, string after) =>
        Currency().IsMatch(after) || (number.Scaled != number.Value && text[number.Span.End - 1] is '万' or '亿' && after.Length > 0 && !Counted().IsMatch(after));

    [GeneratedRegex("^(左右|以上|以下|[,，。；;]|$)")]
    private static partial Regex Unitless();

    [GeneratedRegex("比重|占比|比例|强度|率")]
    private static partial Regex Share();

    [GeneratedRegex("^(多|余)?(个百分点|个点|倍|成(?!果))")]
    private static partial Regex Points();

    [GeneratedRegex("^(多|余)?(百|千|万|亿|十)*(美|欧|日)?元")]
    private static partial Regex Currency();

    // 6个月内有效 counts nothing.
    [GeneratedRegex("^(多|余)?(个)?(月|工作日|小时|星期|周(?!年)|天)")]
    private static partial Regex Duration();

    [GeneratedRegex("^(多|余)?[家个项件人名场次笔条份支位户平吨度台]")]
    private static partial Regex Counted();
}
