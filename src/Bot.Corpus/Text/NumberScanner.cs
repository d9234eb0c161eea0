using System.Buffers;
using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>
/// Finds every number of a text, Arabic (full width too) and Chinese, in reading order. One pass without backtracking: time is
/// linear in the text. Chinese numerals count only where their neighbours make them numbers (三家, 第三, 三分之一), not in words (一体化).
/// </summary>
public static class NumberScanner
{
    private static readonly SearchValues<char> Dashes = SearchValues.Create("-—–~～至到");
    private const string RangeUnits = "年月日个家项人场次亿万元";

    public static ImmutableArray<WrittenNumber> Scan(string text)
    {
        var plain = HalfWidth.Of(text);
        var numbers = ImmutableArray.CreateBuilder<WrittenNumber>();
        for (var at = 0; at < plain.Length;)
        {
            var read = ReadAt(plain, at, out var end);
            if (read is { } number)
                Add(numbers, plain, number);
            at = end;
        }
        return numbers.DrainToImmutable();
    }

    private static WrittenNumber? ReadAt(string text, int at, out int end)
    {
        if (char.IsAsciiDigit(text[at]))
            return ArabicNumberReader.Read(text, at, out end);
        if (ChineseNumber.IsNumeralCharacter(text[at]))
            return ChineseNumberReader.Read(text, at, out end);
        end = at + 1;
        return null;
    }

    private static void Add(ImmutableArray<WrittenNumber>.Builder numbers, string text, WrittenNumber number)
    {
        if (numbers.Count > 0 && numbers[^1] is var last && IsRange(text, last, number))
        {
            numbers[^1] = Opening(last, number);
            number = number with { Range = NumberRange.To };
            if (number.Kind == NumberKind.Quantity && last.Kind == NumberKind.Date && CalendarYear.Is(number.Scaled))
                number = number with { Kind = NumberKind.Date };
        }
        numbers.Add(number);
    }

    private static bool IsRange(string text, WrittenNumber first, WrittenNumber second)
    {
        if (first.Kind is NumberKind.Name or NumberKind.Label or NumberKind.Fraction || second.Kind is NumberKind.Name or NumberKind.Label)
            return false;
        if (first.Kind == NumberKind.Date && CalendarYear.Is(first.Scaled) && !CalendarYear.Is(second.Scaled))
            return false;
        var gap = text.AsSpan(first.Span.End, Math.Max(0, second.Span.Start - first.Span.End));
        if (gap.Length is 0 or > 4)
            return false;
        while (gap.Length > 1 && RangeUnits.Contains(gap[0], StringComparison.Ordinal))
            gap = gap[1..];
        return gap.Length <= 2 && gap.IndexOfAnyExcept(Dashes) < 0 && first.Range != NumberRange.To;
    }

    // In 5-8% and 1-2万 what follows the second number belongs to the first as well.
    private static WrittenNumber Opening(WrittenNumber first, WrittenNumber second)
    {
        first = first with { Range = NumberRange.From };
        if (first.Kind == NumberKind.Quantity && second.Kind is NumberKind.PerCent or NumberKind.PerMille)
            return first with { Kind = second.Kind, Canonical = CanonicalNumber.Of(second.Kind, first.Scaled) };
        if (first.Kind == NumberKind.Quantity && second.Kind == NumberKind.Date)
            return first with { Kind = NumberKind.Date };
        if (first.Kind != NumberKind.Quantity || first.Value != first.Scaled || second.Value == second.Scaled || second.Value == 0)
            return first;
        var scaled = first.Value * (second.Scaled / second.Value);
        return first with { Scaled = scaled, Canonical = CanonicalNumber.Of(first.Kind, scaled) };
    }
}
