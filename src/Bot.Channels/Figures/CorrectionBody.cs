using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>What <c>POST /api/figures/corrections</c> is sent: which number, as <c>GET /api/figures</c> shows it, and all that it means.</summary>
/// <param name="Number">The number with its unit, in <paramref name="Sentence"/>.</param>
/// <param name="Value">A number, or its decimal digits as text, so that none is lost on the way.</param>
/// <param name="Usable">False: the number must not answer.</param>
internal sealed record CorrectionBody(
    string? Report,
    int? Paragraph,
    SpanBody? Number,
    string? Sentence,
    string? Region,
    string? Indicator,
    string? Period,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] decimal? Value,
    string? Unit,
    string? Status,
    string? Aspect,
    string? Base,
    bool? Usable,
    string? Note)
{
    /// <summary>Of region, indicator, unit and base, in UTF-16 code units.</summary>
    public const int MaximumLength = 100;

    /// <summary>In UTF-16 code units.</summary>
    public const int MaximumNoteLength = 500;

    /// <summary>What is wrong with it, the field named; null when it can be passed on.</summary>
    public Problem? FindProblem()
    {
        if (string.IsNullOrWhiteSpace(Report))
            return Refused("report", "应为报告的编号。");
        if (Paragraph is null)
            return Refused("paragraph", "应为段落的编号。");
        if (Number is null || Number.Start < 0 || Number.End <= Number.Start)
            return Refused("number", "应为数字在句中的起止位置，例如 {\"start\":12,\"end\":20}。");
        if (string.IsNullOrEmpty(Sentence))
            return Refused("sentence", "应为数字所在的句子，与 /api/figures 所给的一致。");
        if (Value is null)
            return Refused("value", "请写上数值，例如 139.69。");
        if (Blank(Period) is { } period && PeriodText.Parse(period) is null)
            return Refused("period", $"“{period}”读不懂，应为 {PeriodText.Allowed}，或留空。");
        if (FigureNames.Find(FigureNames.Statuses, Status ?? "") is null)
            return Refused("status", $"应为：{FigureNames.Allowed(FigureNames.Statuses)}。");
        if (FigureNames.Find(FigureNames.Aspects, Aspect ?? "") is null)
            return Refused("aspect", $"应为：{FigureNames.Allowed(FigureNames.Aspects)}。");
        if (Unit is null)
            return Refused("unit", "应为单位，没有单位时为空文本。");
        if (Usable is null)
            return Refused("usable", "应为 true（可用来作答）或 false（不可用）。");
        return FindTooLong();
    }

    public ParagraphAddress Address => new(new ReportId(Report ?? ""), Paragraph ?? 0);

    /// <summary>Of a body without a problem.</summary>
    public FigureMeaning ToMeaning() => new(
        Blank(Region),
        Blank(Indicator),
        Blank(Period) is { } period ? PeriodText.Parse(period) : null,
        Value ?? 0,
        Unit?.Trim() ?? "",
        FigureNames.Find(FigureNames.Statuses, Status ?? "") ?? FigureStatus.Unclear,
        FigureNames.Find(FigureNames.Aspects, Aspect ?? "") ?? FigureAspect.Level,
        Blank(Base),
        Usable is true);

    public string? ToNote() => Blank(Note);

    /// <summary>Fields are named on the wire as in <see cref="FigureMeaning"/>, but for this one.</summary>
    /// <param name="field">As <see cref="CorrectionOutcome.Invalid"/> names it.</param>
    public static string WireNameOf(string field) =>
        field is nameof(FigureMeaning.IsUsable) ? "usable" : JsonNamingPolicy.CamelCase.ConvertName(field);

    private Problem? FindTooLong()
    {
        (string Field, string? Text, int Maximum)[] texts =
        [
            ("region", Region, MaximumLength), ("indicator", Indicator, MaximumLength), ("unit", Unit, MaximumLength),
            ("base", Base, MaximumLength), ("note", Note, MaximumNoteLength),
        ];
        return texts.Where(text => text.Text?.Trim().Length > text.Maximum)
            .Select(text => Refused(text.Field, string.Create(CultureInfo.InvariantCulture, $"最长 {text.Maximum} 字，请缩短。")))
            .FirstOrDefault();
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Problem Refused(string field, string detail) =>
        Problem.Of(StatusCodes.Status400BadRequest, "correction-unreadable", "更正有误", $"字段 {field}：{detail}") with { Field = field };
}
