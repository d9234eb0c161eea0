using System.Text.Json.Nodes;

namespace Bot.TestServers;

/// <summary>An answer of the bot's as the person sees it: every state takes the place of the one before.</summary>
public sealed class AiBotAnswer(string id, string user, DateTimeOffset askedAt)
{
    public string Id { get; } = id;

    public string User { get; } = user;

    public DateTimeOffset AskedAt { get; } = askedAt;

    /// <summary>Contents in the order they were shown, each once.</summary>
    public List<string> States { get; } = [];

    public string Content => States[^1];

    public bool IsFinished { get; private set; }

    /// <summary>The card beside the text; null: none.</summary>
    public JsonObject? Card { get; private set; }

    /// <summary>What feedback names; WeCom takes it from the first state.</summary>
    public string? FeedbackId { get; private set; }

    /// <summary>The key of the card's button with this label.</summary>
    public string KeyOf(string label) => (string)Card!["button_list"]!.AsArray().Single(b => (string?)b!["text"] == label)!["key"]!;

    internal void Show(JsonObject body)
    {
        var stream = body["stream"]!.AsObject();
        if ((string?)stream["id"] != Id)
            throw new InvalidDataException("Another stream.");
        if (IsFinished && (string?)stream["content"] != Content)
            throw new InvalidDataException("A finished stream changed.");
        if (States.Count == 0)
            FeedbackId = (string?)stream["feedback"]?["id"];
        if (States.Count == 0 || States[^1] != (string?)stream["content"])
            States.Add((string)stream["content"]!);
        (IsFinished, Card) = ((bool)stream["finish"]!, body["template_card"] as JsonObject ?? Card);
    }
}
