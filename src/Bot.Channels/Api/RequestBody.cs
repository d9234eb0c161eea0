using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>Reads a JSON request body, or says in Chinese what is wrong with it.</summary>
internal static class RequestBody
{
    /// <summary>In bytes: room for the longest question and comment many times over.</summary>
    public const int MaximumSize = 64 * 1024;

    private static readonly Problem WrongType = Problem.Of(
        StatusCodes.Status415UnsupportedMediaType,
        "wrong-content-type",
        "请求格式不对",
        "请求正文应为 JSON，请把请求头 Content-Type 设为 application/json。");

    private static readonly Problem TooLarge = Problem.Of(
        StatusCodes.Status413PayloadTooLarge,
        "body-too-large",
        "请求正文过大",
        $"请求正文不得超过 {MaximumSize / 1024} KB，请缩短后再发送。");

    private static readonly Problem Empty = Problem.BadRequest(
        "body-empty", "请求没有正文", "请求正文为空，请发送一个 JSON 对象，例如 {\"question\":\"…\"}。");

    private static readonly Problem Broken = Problem.BadRequest(
        "body-unreadable", "请求正文不完整", "请求正文没有完整送达，请重新发送。");

    /// <summary>The value, or else the problem; exactly one of the two is null.</summary>
    public static async Task<(T? Value, Problem? Problem)> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        var request = context.Request;
        if (request.ContentLength is 0)
            return (null, Empty);
        if (!request.HasJsonContentType())
            return (null, WrongType);
        if (request.ContentLength > MaximumSize)
            return (null, TooLarge);
        try
        {
            return Parse(await ReadBytesAsync(request, context.RequestAborted), type);
        }
        catch (BadHttpRequestException e)
        {
            return (null, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge : Broken);
        }
    }

    /// <summary>Null: more than allowed.</summary>
    private static async Task<byte[]?> ReadBytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > MaximumSize)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                byte[] bytes = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static (T? Value, Problem? Problem) Parse<T>(byte[]? bytes, JsonTypeInfo<T> type)
        where T : class
    {
        if (bytes is null)
            return (null, TooLarge);
        if (bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
            return (null, Empty);
        try
        {
            return JsonSerializer.Deserialize(bytes, type) is { } value ? (value, null) : (null, Empty);
        }
        catch (JsonException e)
        {
            return (null, NotJson(e));
        }
    }

    private static Problem NotJson(JsonException exception)
    {
        // A broken text has the reader's own exception within; a field of the wrong kind has not.
        bool isField = exception.InnerException is not JsonException
            && exception.Path is { Length: > 2 } path
            && path.StartsWith("$.", StringComparison.Ordinal);
        return isField
            ? Problem.BadRequest("field-unreadable", "字段类型不对", $"字段 {exception.Path![2..]} 读不懂：类型不对。") with { Field = exception.Path[2..] }
            : Problem.BadRequest("not-json", "正文不是 JSON", "请求正文不是完整的 JSON 对象，请检查引号、逗号和编码（UTF-8）。");
    }
}
