using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Bot.Channels.Telegram;

/// <summary>A request with a file as multipart/form-data: each field of its JSON a part, text as it is, anything else as JSON.</summary>
internal static class MultipartBody
{
    public static MultipartFormDataContent Of(ReadOnlyMemory<byte> json, InputFile file)
    {
        var body = new MultipartFormDataContent();
        using var fields = JsonDocument.Parse(json);
        foreach (var field in fields.RootElement.EnumerateObject())
        {
            var text = field.Value.ValueKind is JsonValueKind.String ? field.Value.GetString() : field.Value.GetRawText();
            body.Add(Part(new ByteArrayContent(Encoding.UTF8.GetBytes(text ?? "")), field.Name, null));
        }
        var content = new ReadOnlyMemoryContent(file.Content) { Headers = { ContentType = new MediaTypeHeaderValue(file.MediaType) } };
        body.Add(Part(content, file.Field, file.Name));
        return body;
    }

    // Written out, as the default leaves the name unquoted and adds filename*, which some servers refuse.
    private static HttpContent Part(HttpContent content, string name, string? fileName)
    {
        var disposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"" };
        if (fileName is not null)
            disposition.FileName = $"\"{fileName}\"";
        content.Headers.ContentDisposition = disposition;
        return content;
    }
}
