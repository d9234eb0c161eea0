using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Whether a number can mean what a correction says. What is wrong is told in Chinese with its remedy.</summary>
internal static class MeaningCheck
{
    private const int LongestName = 100;
    private const int LongestNote = 1000;
    private const int FirstYear = 1949;
    private const int LastYear = 2100;

    /// <summary>What is wrong with the meaning by itself; null: nothing.</summary>
    public static CorrectionOutcome.Invalid? OfForm(FigureMeaning meaning, string? note) =>
        Name(nameof(FigureMeaning.Region), "地区", meaning.Region)
        ?? Name(nameof(FigureMeaning.Indicator), "指标", meaning.Indicator)
        ?? Name(nameof(FigureMeaning.Base), "比较基数", meaning.Base)
        ?? (meaning.Unit.Length == 0 ? null : Name(nameof(FigureMeaning.Unit), "单位", meaning.Unit))
        ?? Time(meaning.Period)
        ?? Choice(nameof(FigureMeaning.Status), "状态", Enum.IsDefined(meaning.Status))
        ?? Choice(nameof(FigureMeaning.Aspect), "口径", Enum.IsDefined(meaning.Aspect))
        ?? Note(note);

    /// <summary>Answers may state no number that isn't in the report; null when the sentence states this one.</summary>
    /// <param name="read">The figure as it was read.</param>
    public static CorrectionOutcome.Invalid? OfValue(FigureMeaning meaning, LedgerFigure read) =>
        IsStated(meaning, read) ? null : new(
            nameof(FigureMeaning.Value),
            $"原句中没有“{NumberPrinter.Canonical(meaning.Value)}{meaning.Unit}”这个数：数值连同单位须与原句写的一致（万、亿可换算），请照原句填写");

    private static bool IsStated(FigureMeaning meaning, LedgerFigure read)
    {
        var (value, unit) = (meaning.Value, meaning.Unit);
        if (value == read.Figure.Value && unit == read.Figure.Unit)
            return true;
        var said = NumberScanner.Scan(NumberPrinter.Canonical(value) + unit) is [var number, ..] && number.Span.Start == 0 ? number.Canonical : null;
        // A table says the unit in another cell, and whose unit that is nobody can tell from the number.
        var isApart = read.Paragraph.Paragraph.Kind == ParagraphKind.TableRow;
        return NumberScanner.Scan(read.Sentence).Any(n => n.Kind is not (NumberKind.Label or NumberKind.Date or NumberKind.Name) && (
            n.Canonical == said
            || (n.Kind == NumberKind.Ordinal && meaning.Aspect == FigureAspect.Rank && n.Scaled == value)
            || (isApart && n.Scaled == value)));
    }

    private static CorrectionOutcome.Invalid? Name(string field, string called, string? name)
    {
        if (name is null)
            return null;
        if (string.IsNullOrWhiteSpace(name))
            return new(field, $"{called}是空的：请填写，或不填这一项");
        if (name.Length > LongestName)
            return new(field, $"{called}太长：最多 {LongestName} 个字，请缩短");
        return name.Any(char.IsControl) ? new(field, $"{called}里有换行或不可见字符：请删去后再填") : null;
    }

    private static CorrectionOutcome.Invalid? Time(Period? period)
    {
        if (period is not { } time)
            return null;
        if (time.FromYear < FirstYear || time.ToYear > LastYear || time.FromYear > time.ToYear)
            return new(nameof(FigureMeaning.Period), $"年份不对：须在 {FirstYear} 与 {LastYear} 之间，且起不晚于止");
        if (time.FromMonth < 1 || time.ToMonth > 12 || time.FromMonth > time.ToMonth)
            return new(nameof(FigureMeaning.Period), "月份不对：须在 1 与 12 之间，且起不晚于止");
        return time.FromYear != time.ToYear && time.IsPartial
            ? new(nameof(FigureMeaning.Period), "跨年的时期不能再分月份：请只填年份")
            : null;
    }

    private static CorrectionOutcome.Invalid? Choice(string field, string called, bool isKnown) =>
        isKnown ? null : new(field, $"{called}不是可选的值：请从列出的值里选");

    private static CorrectionOutcome.Invalid? Note(string? note)
    {
        if (note is null)
            return null;
        if (note.Length > LongestNote)
            return new("Note", $"说明太长：最多 {LongestNote} 个字，请缩短");
        return note.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? new("Note", "说明里有不可见字符：请删去后再填") : null;
    }
}
