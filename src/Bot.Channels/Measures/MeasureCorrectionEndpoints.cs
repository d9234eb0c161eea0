using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Channels;

/// <summary><c>/api/measures/corrections</c>: staff's corrections of misread measures, for whoever has Admin:Key.</summary>
/// <param name="corrections">Null: this host keeps none.</param>
internal sealed partial class MeasureCorrectionEndpoints(
    CorrectionDoor door, RegisterSearch register, ReportLinks links, ILogger<MeasureCorrectionEndpoints> logger,
    IMeasureCorrections? corrections = null)
{
    private static readonly Problem Outdated = Problem.Of(
        StatusCodes.Status409Conflict, "sentence-changed", "原文已变", "文件已重新读取，这句话或其中的内容有变化。请刷新网页后再更正。");

    public bool AreOpen => door.IsOpen && corrections is not null;

    public Task ListAsync(HttpContext context) => door.AnswerAsync(context, corrections, async kept =>
    {
        var all = await kept.ListAsync(context.RequestAborted);
        var body = new MeasureCorrectionListBody([.. all.Select(KeptMeasureCorrectionBody.Of)]);
        await context.Response.WriteAsJsonAsync(body, WireJson.Wire.MeasureCorrectionListBody, contentType: null, context.RequestAborted);
        return null;
    });

    public Task CorrectAsync(HttpContext context) => door.AnswerAsync(context, corrections, async kept =>
    {
        var (body, problem) = await RequestBody.ReadAsync(context, WireJson.Wire.MeasureCorrectionBody);
        problem ??= body?.FindProblem();
        return body is null || problem is not null ? problem ?? Problem.Failure : await CorrectAsync(context, kept, body);
    });

    public Task TakeBackAsync(HttpContext context) => door.TakeBackAsync(
        context, corrections, (kept, id) => kept.TakeBackAsync(id, context.RequestAborted), id => Log.TakenBack(logger, id));

    private async Task<Problem?> CorrectAsync(HttpContext context, IMeasureCorrections kept, MeasureCorrectionBody body)
    {
        var report = new ReportId(body.Report ?? "");
        if (await register.FindAsync(report, body.Measure ?? 0, context.RequestAborted) is not { } found)
            return Problem.NotFound($"文件 {report} 没有第 {body.Measure} 项措施。");
        // What was shown may lack personal data; what is stored doesn't.
        if (MeasureItem.Of(found, body.ToPart(), body.Index ?? 0) is not { } item
            || ShownSentence.Of(item.Quote.Sentence, item.Quote.Place) != new ShownSentence(body.Sentence ?? "", body.Words))
            return Outdated;

        var outcome = await kept.CorrectAsync(item, body.ToMeaning(), body.By, body.Note, context.RequestAborted);
        return outcome switch
        {
            CorrectionOutcome.CorrectedMeasure done => await ShowAsync(context, done.Measure),
            CorrectionOutcome.Invalid invalid => CorrectionDoor.Refused(MeasureCorrectionBody.WireNameOf(invalid.Field), invalid.Problem),
            CorrectionOutcome.Gone gone => Outdated with { Detail = gone.Problem },
            _ => throw new InvalidOperationException($"A correction came out as {outcome.GetType().Name}."),
        };
    }

    private async Task<Problem?> ShowAsync(HttpContext context, FoundMeasure measure)
    {
        Log.Corrected(logger, measure.Report.Value, measure.Measure.Number);
        await context.Response.WriteAsJsonAsync(
            MeasureBody.Of(measure, links), WireJson.Wire.MeasureBody, contentType: null, context.RequestAborted);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Measure {Number} of {Report} corrected")]
        public static partial void Corrected(ILogger logger, string report, int number);

        [LoggerMessage(Level = LogLevel.Information, Message = "Correction {Id} taken back")]
        public static partial void TakenBack(ILogger logger, string id);
    }
}
