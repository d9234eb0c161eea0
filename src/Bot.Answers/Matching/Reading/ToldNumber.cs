using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>A number with its unit in an asker's words.</summary>
/// <param name="Span">Number and unit, in the clause.</param>
/// <param name="Value">In yuan, per cent, square metres or pieces.</param>
/// <param name="IsAbout">约, 左右, 多: not exactly so much.</param>
internal sealed partial record ToldNumber(TextSpan Span, ToldNumberKind Kind, decimal Value, bool IsAbout)
{
    /// <summary>Numbers that tell how much or how many; years, dates, names and bare numbers are none.</summary>
    public static IEnumerable<ToldNumber> In(string clause)
    {
        foreach (var number in NumberScanner.Scan(clause))
        {
            // Of a range (100万到300万) neither end is the number.
            if (number.Range != NumberRange.None || number.Kind is not (NumberKind.Quantity or NumberKind.PerCent))
                continue;
            var unit = Unit().Match(clause, number.Span.End);
            var kind = KindOf(number, unit);
            if (kind is { } known)
            {
                var span = new TextSpan(number.Span.Start, number.Span.End + unit.Length);
                yield return new ToldNumber(span, known, number.Kind == NumberKind.PerCent ? number.Value : number.Scaled, IsAboutSo(clause, span, number));
            }
        }
    }

    // 200万 without a unit is money as people talk.
    private static ToldNumberKind? KindOf(WrittenNumber number, Match unit)
    {
        if (number.Kind == NumberKind.PerCent)
            return ToldNumberKind.Share;
        if (unit.Groups["fte"].Success)
            return ToldNumberKind.FullTime;
        if (unit.Groups["people"].Success)
            return ToldNumberKind.People;
        if (unit.Groups["area"].Success)
            return ToldNumberKind.Area;
        if (unit.Groups["count"].Success)
            return ToldNumberKind.Count;
        return unit.Groups["money"].Success || (number.Scaled >= 10_000 && !unit.Groups["other"].Success) ? ToldNumberKind.Money : null;
    }

    private static bool IsAboutSo(string clause, TextSpan span, WrittenNumber number) =>
        AboutBefore().IsMatch(clause[..span.Start]) || AboutAfter().IsMatch(clause[span.End..])
        || number.Span.Of(clause).AsSpan().IndexOfAny('多', '余', '几') >= 0;

    [GeneratedRegex(@"\G(?:多|余)?\s?(?:(?<money>元|块钱?|人民币|rmb|yuan|cny)|(?<fte>fte)|(?<area>平方米|平米|平方|㎡|m2)|(?<people>个?人(?!次)|名|位|people|employees|staff|workers)|(?<other>年|月|天|倍|吨|公里|辆|次|人次|元/|美元|岁)|(?<count>件|项|个|篇|份|家|台|种|款))")]
    private static partial Regex Unit();

    [GeneratedRegex("(?:约|大约|大概|差不多|将近|接近|近|超过|超|不到|不足|至少|来|about|around|nearly|over)$")]
    private static partial Regex AboutBefore();

    [GeneratedRegex("^(?:左右|上下|出头|多|来|以上|不到)")]
    private static partial Regex AboutAfter();
}
