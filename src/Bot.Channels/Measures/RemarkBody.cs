using Bot.Corpus;

namespace Bot.Channels;

/// <summary>Who corrected something of a measure, when and why.</summary>
internal sealed record RemarkBody(string Id, DateTimeOffset At, string? By, string? Note)
{
    public static RemarkBody Of(MeasureRemark remark) => new(remark.Id, remark.At, remark.By, remark.Note);

    /// <summary>The correction of one item; null where there is none.</summary>
    public static MeasureRemark? Find(Measure measure, MeasurePart part, int index) =>
        measure.Correction?.Remarks.FirstOrDefault(remark => remark.Part == part && remark.Index == index);
}
