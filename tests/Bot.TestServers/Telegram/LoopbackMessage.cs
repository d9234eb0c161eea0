using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Bot.TestServers;

/// <summary>A message as people see it.</summary>
public sealed record LoopbackMessage
{
    public required long Id { get; init; }

    /// <summary>Null: the bot's own.</summary>
    public long? From { get; init; }

    public required string Text { get; init; }

    public ImmutableArray<LoopbackEntity> Entities { get; init; } = [];

    public long? Thread { get; init; }

    public long? ReplyTo { get; init; }

    /// <summary>JSON of the inline keyboard; null: no buttons.</summary>
    public string? Keyboard { get; init; }

    /// <summary>Texts it had before it was edited, oldest first.</summary>
    public ImmutableArray<string> Earlier { get; init; } = [];

    public UploadedFile? Photo { get; init; }

    public bool IsOfBot => From is null;

    /// <summary>Buttons with their effect: callback data, or an address.</summary>
    public ImmutableArray<(string Text, string Effect)> Buttons => Keyboard is null
        ? []
        : [.. JsonNode.Parse(Keyboard)!["inline_keyboard"]!.AsArray().SelectMany(row => row!.AsArray()).Select(button =>
            ((string)button!["text"]!, (string?)button["callback_data"] ?? (string?)button["url"] ?? ""))];

    /// <summary>What an entity marks.</summary>
    public string Marked(LoopbackEntity entity) => Text.Substring(entity.Offset, entity.Length);
}

/// <summary>In UTF-16 code units of the text.</summary>
public sealed record LoopbackEntity(string Type, int Offset, int Length, string? Argument = null);
