using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Whether a number can mean what a correction says. What is wrong is told in Chinese with its remedy.</summary>
internal static class MeaningCheck
{
    private const int FirstYear = 1949;
    private const int LastYear = 2100;

    /// <summary>What is wrong with the meaning by itself; null: nothing.</summary>
    public static CorrectionOutcome.Invalid? OfForm(FigureMeaning meaning, string? note) =>
        FormCheck.Name(nameof(FigureMeaning.Region), "地区", meaning.Region)
        ?? FormCheck.Name(nameof(FigureMeaning.Indicator), "指标", meaning.Indicator)
        ?? FormCheck.Name(nameof(FigureMeaning.Base), "比较基数", meaning.Base)
        ?? (meaning.Unit.Length == 0 ? null : FormCheck.Name(nameof(FigureMeaning.Unit), "单位", meaning.Unit))
        ?? Time(meaning.Period)
        ?? FormCheck.Choice(nameof(FigureMeaning.Status), "状态", Enum.IsDefined(meaning.Status))
        ?? FormCheck.Choice(nameof(FigureMeaning.Aspect), "口径", Enum.IsDefined(meaning.Aspect))
        ?? FormCheck.Note(note);

    /// <summary>Answers may state no number that isn't in the report; null when the sentence states this one.</summary>
    /// <param name="read">The figure as it was read.</param>
    public static CorrectionOutcome.Invalid? OfValue(FigureMeaning meaning, LedgerFigure read) =>
        IsStated(meaning, read) ? null : FormCheck.Unstated(nameof(FigureMeaning.Value), meaning.Value, meaning.Unit);

    private static bool IsStated(FigureMeaning meaning, LedgerFigure read) =>
        (meaning.Value == read.Figure.Value && meaning.Unit == read.Figure.Unit)
        // A table says the unit in another cell, and whose unit that is nobody can tell from the number.
        || FormCheck.States(
            read.Sentence, meaning.Value, meaning.Unit, isUnitApart: read.Paragraph.Paragraph.Kind == ParagraphKind.TableRow,
            mayBeOrdinal: meaning.Aspect == FigureAspect.Rank);

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
}
