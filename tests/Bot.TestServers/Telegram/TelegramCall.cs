using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Bot.TestServers;

/// <summary>One line of the transcript: a call that the server took, and what came of it.</summary>
/// <param name="Body">The call's fields.</param>
/// <param name="Files">What was uploaded with it.</param>
public sealed record TelegramCall(string Method, JsonObject Body, ImmutableArray<UploadedFile> Files, DateTimeOffset At)
{
    public bool IsAnswered { get; internal set; }

    /// <summary>200, or the refusal's code.</summary>
    public int Code { get; internal set; } = 200;

    /// <summary>Why it was refused; null: it was not.</summary>
    public string? Description { get; internal set; }

    public long ChatId => Number("chat_id") ?? 0;

    public string? Text => (string?)Body["text"];

    public long? Number(string field) => Body[field] is JsonValue value && value.TryGetValue(out long number) ? number : null;

    public override string ToString() => $"{Method} {Body.ToJsonString()} → {Code} {Description}";
}

/// <param name="Disposition">The part's Content-Disposition, as it was sent.</param>
public sealed record UploadedFile(string Field, string FileName, string Disposition, ImmutableArray<byte> Content);
