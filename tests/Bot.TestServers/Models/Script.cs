using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Bot.TestServers;

/// <summary>
/// How one request is answered. The chat scripts answer a streaming request with server-sent events and any other with
/// one JSON body, unless they say otherwise.
/// </summary>
public sealed class Script
{
    private readonly Func<HttpContext, ScriptedRequest, Task> _play;

    internal Script(Func<HttpContext, ScriptedRequest, Task> play) => _play = play;

    /// <summary>The whole text; streamed, in pieces of a few characters, so that words and markers are cut anywhere.</summary>
    public static Script Text(string text) => Stream([.. text.Chunk(3).Select(piece => new string(piece))]);

    /// <summary>The text in these pieces, with usage (when asked for) and [DONE].</summary>
    public static Script Stream(params string[] pieces) => new(async (context, request) =>
    {
        if (!request.Stream)
        {
            await ChatReply.WriteWholeAsync(context, request, string.Concat(pieces));
            return;
        }
        await ChatReply.BeginStreamAsync(context, request);
        await ChatReply.WritePiecesAsync(context, request, pieces);
        await ChatReply.EndStreamAsync(context, request, "stop");
    });

    /// <summary>A model that thinks first: reasoning_content, then the text. Streamed.</summary>
    public static Script Reasoning(string reasoning, string text) => new(async (context, request) =>
    {
        await ChatReply.BeginStreamAsync(context, request);
        await ChatReply.WriteReasoningAsync(context, request, reasoning);
        await ChatReply.WritePiecesAsync(context, request, [text]);
        await ChatReply.EndStreamAsync(context, request, "stop");
    });

    /// <summary>The text, and then the end for this reason: length, content_filter, or one nobody knows. Streamed.</summary>
    public static Script Finish(string reason, params string[] pieces) => new(async (context, request) =>
    {
        await ChatReply.BeginStreamAsync(context, request);
        await ChatReply.WritePiecesAsync(context, request, pieces);
        await ChatReply.EndStreamAsync(context, request, reason);
    });

    /// <summary>A complete reply without a word.</summary>
    public static Script Empty() => Stream();

    /// <summary>Always JSON, though a stream was asked for: a server that can't stream.</summary>
    public static Script WholeOnly(string text) => new((context, request) => ChatReply.WriteWholeAsync(context, request, text));

    /// <summary>The pieces, and then the stream ends in order but without finish_reason and [DONE].</summary>
    public static Script Unfinished(params string[] pieces) => new(async (context, request) =>
    {
        await ChatReply.BeginStreamAsync(context, request);
        await ChatReply.WritePiecesAsync(context, request, pieces);
    });

    /// <summary>The pieces, and then the connection breaks, at once: how many of the pieces still arrive is the network's affair.</summary>
    public static Script CutOff(params string[] pieces)
    {
        var gate = new Gate();
        gate.Open();
        return CutOff(gate, pieces);
    }

    /// <summary>The pieces, and then the connection breaks, once the gate is open: the test can have read them all.</summary>
    public static Script CutOff(Gate gate, params string[] pieces) => new(async (context, request) =>
    {
        await ChatReply.BeginStreamAsync(context, request);
        await ChatReply.WritePiecesAsync(context, request, pieces);
        await gate.WaitAsync(context.RequestAborted);
        context.Abort();
    });

    /// <summary>The piece over and over, until the client hangs up.</summary>
    public static Script Endless(string piece) => new(async (context, request) =>
    {
        await ChatReply.BeginStreamAsync(context, request);
        while (!context.RequestAborted.IsCancellationRequested)
            await ChatReply.WritePiecesAsync(context, request, [piece]);
    });

    /// <summary>Nothing at all, not even a status, until the client hangs up.</summary>
    public static Script Hang() => new((context, _) => UntilHungUpAsync(context));

    /// <summary>The pieces, and then silence until the client hangs up.</summary>
    public static Script HangAfter(params string[] pieces) => new(async (context, request) =>
    {
        await ChatReply.BeginStreamAsync(context, request);
        await ChatReply.WritePiecesAsync(context, request, pieces);
        await UntilHungUpAsync(context);
    });

    /// <summary>Comments that keep the connection alive, and no token, until the client hangs up; as a queue at the server does.</summary>
    public static Script KeepAliveOnly() => new(async (context, request) =>
    {
        await ChatReply.BeginStreamAsync(context, request);
        await ChatReply.WriteAsync(context, ": keep-alive\n\n");
        await UntilHungUpAsync(context);
    });

    /// <summary>The connection breaks before a status.</summary>
    public static Script Abort() => new((context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>The script, once the gate is open.</summary>
    public static Script After(Gate gate, Script script) => new(async (context, request) =>
    {
        await gate.WaitAsync(context.RequestAborted);
        await script.PlayAsync(context, request);
    });

    /// <summary>The pieces with a gate before each: the test decides when the next one comes.</summary>
    public static Script Stepped(params (Gate Gate, string Piece)[] steps) => new(async (context, request) =>
    {
        await ChatReply.BeginStreamAsync(context, request);
        foreach (var (gate, piece) in steps)
        {
            await gate.WaitAsync(context.RequestAborted);
            await ChatReply.WritePiecesAsync(context, request, [piece]);
        }
        await ChatReply.EndStreamAsync(context, request, "stop");
    });

    /// <summary>Any body with status 200.</summary>
    public static Script Body(string contentType, string body) => new((context, _) =>
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body, context.RequestAborted);
    });

    /// <summary>Half a JSON object where a whole one is due.</summary>
    public static Script MalformedJson() => Body("application/json", """{"id":"x","choices":[{"mess""");

    /// <summary>Events whose data is no JSON.</summary>
    public static Script MalformedStream() => Body("text/event-stream", "data: {\"choices\":[{\"delta\":{\"cont\n\ndata: [DONE]\n\n");

    /// <summary>An error in the way the API words it.</summary>
    /// <param name="code">The machine-readable cause: model_not_found, context_length_exceeded … Null: none.</param>
    public static Script Error(int status, string message, string? code = null) =>
        new((context, _) => ErrorReply.WriteAsync(context, status, message, code));

    public static Script RateLimited(TimeSpan retryAfter) =>
        RateLimited(((long)retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    /// <summary>429 with the time from which requests are welcome again, as an HTTP date.</summary>
    public static Script RateLimited(DateTimeOffset retryAt) => RateLimited(retryAt.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>429 that doesn't say for how long.</summary>
    public static Script RateLimited() => RateLimited(retryAfter: (string?)null);

    public static Script ServerError() => Error(500, "The server had an error while processing your request.");

    internal Task PlayAsync(HttpContext context, ScriptedRequest request) => _play(context, request);

    private static Script RateLimited(string? retryAfter) => new((context, _) =>
    {
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return ErrorReply.WriteAsync(context, StatusCodes.Status429TooManyRequests, "Rate limit reached for requests.", "rate_limit_exceeded");
    });

    private static Task UntilHungUpAsync(HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
}
