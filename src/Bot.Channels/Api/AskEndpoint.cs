using Bot.Answers;
using Bot.Retrieval;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Channels;

/// <summary><c>POST /api/ask</c>: one question, answered whole or as a stream of events.</summary>
internal sealed partial class AskEndpoint(
    IAnswerer answerer, IFeedbackSink feedback, ReportLinks links, TimeProvider time, ILogger<AskEndpoint> logger)
{
    public async Task HandleAsync(HttpContext context)
    {
        var (body, problem) = await RequestBody.ReadAsync(context, WireJson.Wire.AskBody);
        problem ??= body?.FindProblem();
        if (body is null || problem is not null)
        {
            Log.Rejected(logger, problem?.Type ?? "");
            await (problem ?? Problem.Failure).WriteAsync(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        if (WantsStream(context.Request))
            await StreamAsync(context, body.ToQuestion());
        else
            await AnswerAsync(context, body.ToQuestion());
    }

    private static bool WantsStream(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals(EventStream.MediaType, StringComparison.OrdinalIgnoreCase));

    private async Task AnswerAsync(HttpContext context, Question question)
    {
        long start = time.GetTimestamp();
        var answer = await answerer.AnswerAsync(question, context.RequestAborted);
        var body = await FinishAsync(answer, question, start, context.RequestAborted);
        await context.Response.WriteAsJsonAsync(body, WireJson.Wire.AnswerBody, contentType: null, context.RequestAborted);
    }

    private async Task StreamAsync(HttpContext context, Question question)
    {
        var aborted = context.RequestAborted;
        var events = await EventStream.OpenAsync(context);
        try
        {
            long start = time.GetTimestamp();
            bool isWhole = false;
            await foreach (var part in answerer.StreamAsync(question, aborted))
            {
                if (part is AnswerPart.Piece piece)
                    await events.SendAsync("piece", new PieceBody(piece.Text), WireJson.Wire.PieceBody, aborted);
                if (part is not AnswerPart.Whole whole)
                    continue;
                isWhole = true;
                var body = await FinishAsync(whole.Answer, question, start, aborted);
                await events.SendAsync("answer", body, WireJson.Wire.AnswerBody, aborted);
            }

            if (!isWhole)
                throw new InvalidOperationException("The stream of an answer ended without the whole.");
        }
        catch (IndexUnavailableException e) when (!aborted.IsCancellationRequested)
        {
            await events.SendAsync("error", Problem.Unavailable(e), WireJson.Wire.Problem, aborted);
        }
        // A cancellation that the client didn't ask for is a failure it must hear of: a model's time-out is one.
        catch (Exception e) when (!aborted.IsCancellationRequested)
        {
            Log.StreamFailed(logger, e);
            await events.SendAsync("error", Problem.Failure, WireJson.Wire.Problem, aborted);
        }
    }

    private async Task<AnswerBody> FinishAsync(Answer answer, Question question, long start, CancellationToken cancellationToken)
    {
        var body = AnswerBody.Of(answer, links, time.GetElapsedTime(start));
        Log.Answered(logger, body.Id, body.Outcome, body.Mode, body.Citations.Count, body.ElapsedMs);
        try
        {
            await feedback.RememberAsync(answer, question, cancellationToken);
        }
        // A full disk must not keep back an answer that is there; only its vote is lost.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.NotRemembered(logger, body.Id, e);
        }

        return body;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Answer {Id}: {Outcome}, {Mode}, {Citations} citations, {ElapsedMs} ms")]
        public static partial void Answered(ILogger logger, string id, string outcome, string mode, int citations, double elapsedMs);

        [LoggerMessage(Level = LogLevel.Information, Message = "Question rejected: {Problem}")]
        public static partial void Rejected(ILogger logger, string problem);

        [LoggerMessage(Level = LogLevel.Error, Message = "A streamed answer failed")]
        public static partial void StreamFailed(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Error, Message = "Answer {Id} could not be remembered; a vote on it will be lost")]
        public static partial void NotRemembered(ILogger logger, string id, Exception exception);
    }
}
