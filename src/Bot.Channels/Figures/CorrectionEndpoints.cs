using Bot.Retrieval;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Channels;

/// <summary><c>/api/figures/corrections</c>: staff's corrections of misread figures, for whoever has Admin:Key.</summary>
/// <param name="corrections">Null: this host keeps none.</param>
internal sealed partial class CorrectionEndpoints(
    CorrectionDoor door, IReportIndex index, ReportLinks links, ILogger<CorrectionEndpoints> logger, IFigureCorrections? corrections = null)
{
    private static readonly Problem Outdated = Problem.Of(
        StatusCodes.Status409Conflict, "sentence-changed", "原文已变", "报告已重新读取，这句话或其中的数字有变化。请刷新网页后再更正。");

    public bool AreOpen => door.IsOpen && corrections is not null;

    public Task ListAsync(HttpContext context) => door.AnswerAsync(context, corrections, async kept =>
    {
        var all = await kept.ListAsync(context.RequestAborted);
        var body = new CorrectionListBody([.. all.Select(KeptCorrectionBody.Of)]);
        await context.Response.WriteAsJsonAsync(body, WireJson.Wire.CorrectionListBody, contentType: null, context.RequestAborted);
        return null;
    });

    public Task CorrectAsync(HttpContext context) => door.AnswerAsync(context, corrections, async kept =>
    {
        var (body, problem) = await RequestBody.ReadAsync(context, WireJson.Wire.CorrectionBody);
        problem ??= body?.FindProblem();
        return body is null || problem is not null ? problem ?? Problem.Failure : await CorrectAsync(context, kept, body);
    });

    public Task TakeBackAsync(HttpContext context) => door.TakeBackAsync(
        context, corrections, (kept, id) => kept.TakeBackAsync(id, context.RequestAborted), id => Log.TakenBack(logger, id));

    private async Task<Problem?> CorrectAsync(HttpContext context, IFigureCorrections kept, CorrectionBody body)
    {
        var paragraphs = await index.LoadParagraphsAsync([body.Address], context.RequestAborted);
        if (paragraphs.IsEmpty)
            return Problem.NotFound($"没有 {body.Address} 这一段。");
        // What was shown may lack personal data; what is stored doesn't.
        var corrected = paragraphs[0].Figures
            .Select(figure => new LedgerFigure(figure, paragraphs[0]))
            .FirstOrDefault(figure => ShownSentence.Of(figure) == new ShownSentence(body.Sentence ?? "", body.Number));
        if (corrected is null)
            return Outdated;

        var outcome = await kept.CorrectAsync(
            body.Address, ShownSentence.NumberIn(corrected), corrected.Sentence, body.ToMeaning(), body.ToNote(), context.RequestAborted);
        return outcome switch
        {
            CorrectionOutcome.Corrected done => await ShowAsync(context, done.Figure),
            CorrectionOutcome.Invalid invalid => CorrectionDoor.Refused(CorrectionBody.WireNameOf(invalid.Field), invalid.Problem),
            CorrectionOutcome.Gone gone => Outdated with { Detail = gone.Problem },
            _ => throw new InvalidOperationException($"A correction came out as {outcome.GetType().Name}."),
        };
    }

    private async Task<Problem?> ShowAsync(HttpContext context, LedgerFigure figure)
    {
        Log.Corrected(logger, figure.Figure.Correction?.Id ?? "", figure.Paragraph.Report.Value);
        await context.Response.WriteAsJsonAsync(
            FigureRow.Of(figure, links), WireJson.Wire.FigureRow, contentType: null, context.RequestAborted);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Correction {Id} made in {Report}")]
        public static partial void Corrected(ILogger logger, string id, string report);

        [LoggerMessage(Level = LogLevel.Information, Message = "Correction {Id} taken back")]
        public static partial void TakenBack(ILogger logger, string id);
    }
}
