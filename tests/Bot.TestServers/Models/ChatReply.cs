using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Bot.TestServers;

/// <summary>
/// The bodies of POST /v1/chat/completions, whole and streamed. Source:
/// https://platform.openai.com/docs/api-reference/chat/create and …/chat-streaming.
/// </summary>
internal static class ChatReply
{
    private const string Id = "chatcmpl-scripted";

    /// <summary>Where a request keeps how many characters it was answered.</summary>
    private const string WrittenKey = "written";

    /// <summary>The count is made up, but by a rule, so that tests can compare: this, and one for each character.</summary>
    private const int TokensPerMessage = 1;

    public static Task WriteWholeAsync(HttpContext context, ScriptedRequest request, string text) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                id = Id,
                @object = "chat.completion",
                created = 1,
                model = request.Model,
                choices = new[] { new { index = 0, message = new { role = "assistant", content = text }, finish_reason = "stop" } },
                usage = Usage(request, text.Length),
            },
            context.RequestAborted);

    public static Task BeginStreamAsync(HttpContext context, ScriptedRequest request)
    {
        context.Response.ContentType = "text/event-stream";
        return WriteDeltaAsync(context, request, new { role = "assistant", content = "" }, null);
    }

    public static async Task WritePiecesAsync(HttpContext context, ScriptedRequest request, IEnumerable<string> pieces)
    {
        foreach (var piece in pieces)
        {
            context.Items[WrittenKey] = Written(context) + piece.Length;
            await WriteDeltaAsync(context, request, new { content = piece }, null);
        }
    }

    public static Task WriteReasoningAsync(HttpContext context, ScriptedRequest request, string reasoning) =>
        WriteDeltaAsync(context, request, new { content = (string?)null, reasoning_content = reasoning }, null);

    public static async Task EndStreamAsync(HttpContext context, ScriptedRequest request, string finishReason)
    {
        await WriteDeltaAsync(context, request, new { }, finishReason);
        if (request.Body.TryGetProperty("stream_options", out var options) && options.GetProperty("include_usage").GetBoolean())
            await WriteEventAsync(context, Chunk(request, Array.Empty<object>(), Usage(request, Written(context))));
        await WriteAsync(context, "data: [DONE]\n\n");
    }

    public static async Task WriteAsync(HttpContext context, string text)
    {
        await context.Response.WriteAsync(text, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static Task WriteDeltaAsync(HttpContext context, ScriptedRequest request, object delta, string? finishReason) =>
        WriteEventAsync(context, Chunk(request, new[] { new { index = 0, delta, finish_reason = finishReason } }, usage: null));

    private static object Chunk(ScriptedRequest request, object choices, object? usage) =>
        new { id = Id, @object = "chat.completion.chunk", created = 1, model = request.Model, choices, usage };

    private static object Usage(ScriptedRequest request, int written)
    {
        int read = request.Messages.Sum(m => m.Text.Length + TokensPerMessage);
        return new { prompt_tokens = read, completion_tokens = written, total_tokens = read + written };
    }

    private static int Written(HttpContext context) => context.Items[WrittenKey] as int? ?? 0;

    private static Task WriteEventAsync(HttpContext context, object chunk) =>
        WriteAsync(context, $"data: {JsonSerializer.Serialize(chunk)}\n\n");
}
