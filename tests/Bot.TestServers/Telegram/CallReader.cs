using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.TestServers;

/// <summary>Reads a call's fields and files from JSON or multipart/form-data.</summary>
internal static class CallReader
{
    // In a form these are what they are; every other field is JSON.
    private static readonly string[] PlainFields = ["text", "caption", "parse_mode", "action"];

    public static async Task<TelegramCall> ReadAsync(HttpContext context, string method, DateTimeOffset at)
    {
        var request = context.Request;
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            var fields = new JsonObject(form.Select(field => KeyValuePair.Create(field.Key, ValueOf(field.Key, field.Value.ToString()))));
            return new TelegramCall(method, fields, [.. await Task.WhenAll(form.Files.Select(ReadAsync))], at);
        }
        if (request.ContentLength is 0 or null && request.Headers.TransferEncoding.Count == 0)
            return new TelegramCall(method, [], [], at);
        if (!request.HasJsonContentType())
            throw TelegramRefusalException.Bad("unsupported content type");
        try
        {
            var json = await JsonNode.ParseAsync(request.Body, cancellationToken: context.RequestAborted);
            return new TelegramCall(method, json as JsonObject ?? throw new JsonException("no object"), [], at);
        }
        catch (JsonException)
        {
            throw TelegramRefusalException.Bad("can't parse request: expected a JSON object");
        }
    }

    private static JsonNode? ValueOf(string field, string value)
    {
        if (PlainFields.Contains(field))
            return value;
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return value;
        }
    }

    private static async Task<UploadedFile> ReadAsync(IFormFile file)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return new UploadedFile(file.Name, file.FileName, file.ContentDisposition, ImmutableArray.Create(content.ToArray()));
    }
}
