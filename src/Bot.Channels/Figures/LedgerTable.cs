using System.Collections.Immutable;
using System.Text.Json;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>
/// Figures as a table that becomes a list of cards on a phone. The roles are written out because a table that is laid out as
/// something else is none any more to a screen reader.
/// </summary>
internal static class LedgerTable
{
    private static readonly ImmutableArray<(string Key, string Words)> Columns =
    [
        ("ledgerRegion", "地区"), ("ledgerIndicator", "指标"), ("ledgerPeriod", "时间"), ("ledgerValue", "数值"),
        ("ledgerKind", "性质 · 口径"), ("ledgerSentence", "原句"),
    ];

    public static Html Render(ImmutableArray<LedgerFigure> figures, ReportLinks links) => Html.Of(
        $"""
        <table class="figures" role="table" aria-label="数字" data-t-label="ledgerTable">
        <thead role="rowgroup"><tr role="row">{Html.Join(Columns.Select(column => Html.Of($"<th role=\"columnheader\" scope=\"col\" data-t=\"{column.Key}\">{column.Words}</th>")))}</tr></thead>
        <tbody role="rowgroup">
        {Html.Join(figures.Select(figure => Row(figure, FigureRow.Of(figure, links))))}</tbody>
        </table>
        """);

    private static Html Row(LedgerFigure found, FigureRow row) => Html.Of(
        $"""
        <tr role="row" class="figure{(row.Doubt is null ? "" : " is-doubtful")}" data-figure="{JsonSerializer.Serialize(row, WireJson.Wire.FigureRow)}">
        {Cell(0, "region", Html.Of($"{row.Region ?? "—"}"))}
        {Cell(1, "indicator", Indicator(row))}
        {Cell(2, "period", Html.Of($"{(found.Figure.Period is { } period ? PeriodText.Shown(period) : "—")}"))}
        {Cell(3, "value", Value(found, row))}
        {Cell(4, "kind", Kind(found.Figure))}
        {Cell(5, "sentence", Sentence(found, row))}
        </tr>

        """);

    // The column's name stands in each cell too, for the cards of a phone; there alone it is seen.
    private static Html Cell(int column, string name, Html content) => Html.Of(
        $"<td role=\"cell\" class=\"cell-{name}\"><span class=\"cell-name\" aria-hidden=\"true\" data-t=\"{Columns[column].Key}\">{Columns[column].Words}</span><div class=\"cell\">{content}</div></td>");

    private static Html Indicator(FigureRow row) => row.Indicator is null
        ? Html.Of($"{row.Words}")
        : Html.Of($"{row.Indicator}{(row.Words == row.Indicator || row.Words.Length == 0 ? Html.Empty : Html.Of($"<span class=\"words-used\">{row.Words}</span>"))}");

    private static Html Value(LedgerFigure found, FigureRow row) => Html.Of(
        $"<span class=\"qualifier\">{row.Qualifier}</span><strong>{FigureMeaningText.NumberOf(found.Figure)}</strong>{row.Unit}{Tags(row)}");

    private static Html Tags(FigureRow row) => Html.Of(
        $"{(row.Doubt is null ? Html.Empty : Html.Of($" <span class=\"tag is-doubt\" data-t=\"ledgerDoubt\">存疑</span>"))}{(row.Corrected ? Html.Of($" <span class=\"tag is-corrected\" data-t=\"correctedTag\">已更正</span>") : Html.Empty)}");

    private static Html Kind(Figure figure)
    {
        var status = FigureNames.Of(figure.Status);
        var aspect = FigureNames.Of(figure.Aspect);
        var against = string.IsNullOrEmpty(figure.Base)
            ? Html.Empty
            : Html.Of($"<span class=\"base\"><span data-t=\"ledgerBase\">基数</span> {figure.Base}</span>");
        return Html.Of(
            $"<span class=\"status is-{status.Wire}\" data-t=\"status.{status.Wire}\">{status.Chinese}</span> · <span data-t=\"aspect.{aspect.Wire}\">{aspect.Chinese}</span>{against}");
    }

    private static Html Sentence(LedgerFigure found, FigureRow row)
    {
        var doubt = row.Doubt is null ? Html.Empty : Html.Of($"<p class=\"why\">{row.Doubt}</p>");
        var correction = found.Figure.Correction is { } corrected
            ? Html.Of($"<p class=\"why\"><span data-t=\"ledgerAsRead\">更正前：</span>{FigureMeaningText.Of(corrected.Read)}{Note(corrected)}</p>")
            : Html.Empty;
        return Html.Of(
            $"<p class=\"sentence\" lang=\"zh-CN\">{Marked(row)}</p>{doubt}{correction}<p class=\"source-of\">{ListParts.Source(row.Report, row.Title, row.Paragraph, row.Sentence)}</p>");
    }

    private static Html Note(FigureCorrection correction) =>
        correction.Note is { Length: > 0 } note ? Html.Of($"（{note}）") : Html.Empty;

    private static Html Marked(FigureRow row) => row.Number is { } number
        ? Html.Of($"{row.Sentence[..number.Start]}<mark>{row.Sentence[number.Start..number.End]}</mark>{row.Sentence[number.End..]}")
        : Html.Of($"{row.Sentence}");
}
