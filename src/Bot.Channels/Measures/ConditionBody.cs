using Bot.Answers.Grounding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>A condition as it was read, or as staff corrected it.</summary>
/// <param name="Index">Counts from 0 among those read: what a correction names it by.</param>
/// <param name="Names">What it asks for, by usual names, alternatives side by side.</param>
/// <param name="Branch">The case of the measure it belongs to; 0: all of them.</param>
/// <param name="Either">Conditions of one number above 0 are ways to meet one demand; 0: must be met by itself.</param>
/// <param name="General">Stands elsewhere in the document and holds for all its measures.</param>
/// <param name="Withdrawn">Staff found that it is none; the meaning is as read then.</param>
/// <param name="Read">What was read, before the correction.</param>
internal sealed record ConditionBody(
    int Index,
    string Kind,
    string Operator,
    decimal? Value,
    string Unit,
    IReadOnlyList<string> Names,
    int Branch,
    int Either,
    bool General,
    bool Withdrawn,
    RemarkBody? Correction,
    ReadConditionBody? Read,
    QuoteBody Quote)
{
    public static ConditionBody Of(FoundMeasure found, MeasureCondition read, int index, ReportLinks links)
    {
        var remark = RemarkBody.Find(found.Measure, MeasurePart.Condition, index);
        var shown = ReadConditionBody.Of(remark?.Condition ?? read);
        return new(
            index, shown.Kind, shown.Operator, shown.Value, shown.Unit, shown.Names, read.Branch, read.Either, read.IsGeneral,
            remark is { IsWithdrawn: true },
            remark is null ? null : RemarkBody.Of(remark),
            remark is null ? null : ReadConditionBody.Of(read),
            QuoteBody.Of(found, read.Span, links));
    }
}

/// <inheritdoc cref="ConditionBody"/>
internal sealed record ReadConditionBody(string Kind, string Operator, decimal? Value, string Unit, IReadOnlyList<string> Names)
{
    public static ReadConditionBody Of(MeasureCondition condition) => new(
        MeasureNames.Of(MeasureNames.ConditionKinds, condition.Kind).Wire,
        MeasureNames.Of(MeasureNames.Operators, condition.Operator).Wire,
        condition.Value is { } value ? AnswerBody.Plain(value) : null,
        condition.Unit,
        [.. condition.Words.Select(PersonalData.Mask)]);
}
