using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>
/// What <c>POST /api/measures/corrections</c> is sent: which item, as <c>GET /api/measures</c> shows it, and what it is to be taken for.
/// A condition takes kind, operator, value, unit and names, an amount kind, value and unit; <c>withdrawn</c> takes none of these.
/// </summary>
/// <param name="Measure">The measure's number.</param>
/// <param name="Part">condition, amount, whole.</param>
/// <param name="Index">The item's; not needed for the whole.</param>
/// <param name="Sentence">The item's quoted sentence.</param>
/// <param name="Value">A number, or its decimal digits as text, so that none is lost on the way.</param>
/// <param name="Withdrawn">True: it is none. The whole can only be withdrawn: it is hidden then.</param>
internal sealed record MeasureCorrectionBody(
    string? Report,
    int? Measure,
    string? Part,
    int? Index,
    string? Sentence,
    SpanBody? Words,
    string? Kind,
    string? Operator,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] decimal? Value,
    string? Unit,
    IReadOnlyList<string?>? Names,
    bool? Withdrawn,
    string? By,
    string? Note)
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaximumNoteLength = 500;

    /// <summary>What is wrong with it, the field named; null when it can be passed on.</summary>
    public Problem? FindProblem()
    {
        if (string.IsNullOrWhiteSpace(Report))
            return Refused("report", "应为文件的编号。");
        if (Measure is null)
            return Refused("measure", "应为措施在文件中的编号。");
        if (FigureNames.Find(MeasureNames.Parts, Part ?? "") is not { } part)
            return Refused("part", $"应为：{FigureNames.Allowed(MeasureNames.Parts)}。");
        if (Index is null && part != MeasurePart.Whole)
            return Refused("index", "应为条件或金额的序号，与 /api/measures 所给的一致。");
        if (string.IsNullOrEmpty(Sentence))
            return Refused("sentence", "应为所在的句子，与 /api/measures 所给的一致。");
        if (Note?.Trim().Length > MaximumNoteLength)
            return Refused("note", string.Create(CultureInfo.InvariantCulture, $"最长 {MaximumNoteLength} 字，请缩短。"));
        if (Withdrawn is true)
            return null;
        return part switch
        {
            MeasurePart.Condition => FindConditionProblem(),
            MeasurePart.Amount => FindAmountProblem(),
            _ => Refused("withdrawn", "整条措施只能隐藏，应为 true。"),
        };
    }

    /// <summary>Of a body without a problem.</summary>
    public MeasurePart ToPart() => FigureNames.Find(MeasureNames.Parts, Part ?? "") ?? MeasurePart.Whole;

    /// <summary>Of a body without a problem.</summary>
    public MeasureMeaning ToMeaning() => (Withdrawn, ToPart()) switch
    {
        (not true, MeasurePart.Condition) => new(Condition: new ConditionMeaning(
            FigureNames.Find(MeasureNames.ConditionKinds, Kind ?? "") ?? ConditionKind.Unread,
            FigureNames.Find(MeasureNames.Operators, Operator ?? "") ?? ConditionOperator.None,
            Value,
            Unit?.Trim() ?? "",
            [.. (Names ?? []).Select(name => name?.Trim() ?? "").Where(name => name.Length > 0)])),
        (not true, MeasurePart.Amount) => new(Amount: new AmountMeaning(
            FigureNames.Find(MeasureNames.AmountKinds, Kind ?? "") ?? AmountKind.Fixed, Value ?? 0, Unit?.Trim() ?? "")),
        _ => MeasureMeaning.Withdrawn,
    };

    /// <summary>Fields are named on the wire as in <see cref="ConditionMeaning"/>, but for this one.</summary>
    /// <param name="field">As <see cref="CorrectionOutcome.Invalid"/> names it.</param>
    public static string WireNameOf(string field) =>
        field is nameof(ConditionMeaning.Words) ? "names" : JsonNamingPolicy.CamelCase.ConvertName(field);

    private Problem? FindConditionProblem() =>
        FigureNames.Find(MeasureNames.ConditionKinds, Kind ?? "") is null or ConditionKind.Unread
            ? Refused("kind", $"应为：{string.Join('、', MeasureNames.ConditionKinds.Skip(1).Select(name => name.Wire))}。")
        : FigureNames.Find(MeasureNames.Operators, Operator ?? "") is null
            ? Refused("operator", $"应为：{FigureNames.Allowed(MeasureNames.Operators)}。")
        : null;

    private Problem? FindAmountProblem() =>
        FigureNames.Find(MeasureNames.AmountKinds, Kind ?? "") is null ? Refused("kind", $"应为：{FigureNames.Allowed(MeasureNames.AmountKinds)}。")
        : Value is null ? Refused("value", "请写上数值，例如 50。")
        : null;

    private static Problem Refused(string field, string detail) =>
        Problem.Of(StatusCodes.Status400BadRequest, "correction-unreadable", "更正有误", $"字段 {field}：{detail}") with { Field = field };
}
