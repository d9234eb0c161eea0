using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>A number with its unit as a policy text writes it.</summary>
/// <param name="Value">As written, in <paramref name="Unit"/>: 50 for 50万元.</param>
/// <param name="Unit">As written, multiplier included: 万元, %, 年; empty for a bare number.</param>
/// <param name="Span">Number and unit, in the report's text.</param>
internal readonly record struct Magnitude(decimal Value, string Unit, UnitKind Kind, TextSpan Span, NumberRange Range)
{
    private const int LongestPer = 6;
    private const string Year = "年";

    // 两个完整会计年度 are two years.
    private static readonly Regex WholeYears = MeasureWords.Form("\\G(?:完整的?)?(?:会计|自然|纳税|财务|经营)年度|\\G完整年度?|\\G整年");

    public bool IsMoney => Kind == UnitKind.Money || (Kind == UnitKind.Per && Unit.Contains("元/", StringComparison.Ordinal));

    public bool IsRate => Kind == UnitKind.Rate;

    /// <summary>个百分点: a rate in points, of the sum that interest is paid on.</summary>
    public bool IsPoints => Kind == UnitKind.Points;

    public bool IsTime => Unit is "年" or "周年" or "个月" or "个年度" or "月" or "个自然年度";

    /// <summary>The numbers of a stretch of a report's text, in order; labels, names, dates and ordinals are none.</summary>
    public static ImmutableArray<Magnitude> In(PolicyText text, TextSpan span)
    {
        var plain = text.PlainOf(span);
        var found = ImmutableArray.CreateBuilder<Magnitude>();
        foreach (var number in NumberScanner.Scan(plain))
        {
            if (number.Kind is NumberKind.Quantity or NumberKind.PerCent or NumberKind.PerMille || (number.Kind == NumberKind.Date && !CalendarYear.Is(number.Scaled) && IsYears(plain, number.Span.End)))
                found.Add(Of(plain, number, span.Start));
        }
        TakeUnitsFromBehind(found);
        return found.DrainToImmutable();
    }

    private static bool IsYears(string plain, int end) =>
        end < plain.Length && plain[end] == '年' && !(end + 1 < plain.Length && (char.IsAsciiDigit(plain[end + 1]) || plain[end + 1] is '底' or '初' or '末'));

    private static Magnitude Of(string plain, WrittenNumber number, int offset)
    {
        if (number.Kind is NumberKind.PerCent or NumberKind.PerMille)
            return new(number.Value, number.Kind == NumberKind.PerCent ? "%" : "‰", UnitKind.Rate, number.Span.Shift(offset), number.Range);
        var end = number.Span.End;
        while (end < plain.Length && plain[end] == ' ')
            end++;
        var (unit, kind) = UnitVocabulary.Default.At(plain, end);
        if (unit.Length == 0)
            return new(number.Value, Multiplier(number, plain), UnitKind.None, number.Span.Shift(offset), number.Range);
        end += unit.Length;
        if (unit == "个" && WholeYears.Match(plain, end) is { Success: true } years)
            return new(number.Value, Year, UnitKind.Amount, new TextSpan(number.Span.Start, end + years.Length).Shift(offset), number.Range);
        var per = Per(plain, kind, end);
        return new(number.Value, string.Concat(Multiplier(number, plain), unit, plain.AsSpan(end, per)), kind, new TextSpan(number.Span.Start, end + per).Shift(offset), number.Range);
    }

    private static string Multiplier(WrittenNumber number, string plain)
    {
        if (number.Value == number.Scaled)
            return "";
        var written = number.Span.Of(plain);
        var digits = written.LastIndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) + 1;
        return written[digits..].Trim('余', '多', ' ');
    }

    // 元/平方米·月.
    private static int Per(string plain, UnitKind kind, int at)
    {
        if (kind != UnitKind.Money || at >= plain.Length || plain[at] != '/')
            return 0;
        var (unit, per) = UnitVocabulary.Default.At(plain, at + 1);
        return per != UnitKind.None && unit.Length <= LongestPer ? unit.Length + 1 : at + 1 < plain.Length && plain[at + 1] is '月' or '日' ? 2 : 0;
    }

    // 500-1000万元, 50、30、20万元: the unit stands behind the last one.
    private static void TakeUnitsFromBehind(ImmutableArray<Magnitude>.Builder found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var (number, next) = (found[i], found[i + 1]);
            var gap = next.Span.Start - number.Span.End;
            if (number.Kind == UnitKind.None && number.Unit.Length == 0 && next.Unit.Length > 0 && next.Kind != UnitKind.None && (number.Range == NumberRange.From || gap == 1))
                found[i] = number with { Unit = next.Unit, Kind = next.Kind };
            else if (number.Range == NumberRange.From && number.Kind == UnitKind.None && next.Kind == UnitKind.Money)
                found[i] = number with { Unit = number.Unit + next.Unit.TrimStart('百', '千', '万', '亿'), Kind = next.Kind };
        }
    }
}
