using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Bot.TestServers;

/// <summary>A chat as its members see it.</summary>
public sealed class LoopbackChat(long id, string type, string name)
{
    private long _lastMessage;

    public long Id { get; } = id;

    /// <summary>private, group, supergroup, channel.</summary>
    public string Type { get; } = type;

    public string Name { get; } = name;

    /// <summary>Topics beside General (1); null: it is no forum.</summary>
    public ImmutableHashSet<long>? Topics { get; set; }

    /// <summary>Why the bot can't write here: Forbidden: bot was blocked by the user. Null: it can.</summary>
    public string? Ban { get; set; }

    /// <summary>The supergroup that this group became.</summary>
    public long? MigratedTo { get; set; }

    /// <summary>Calls that write here are answered with 429 until then.</summary>
    public DateTimeOffset FloodedUntil { get; set; }

    /// <summary>What members are, where not plain members: creator, administrator, left …</summary>
    public Dictionary<long, string> Statuses { get; } = [];

    public ImmutableArray<LoopbackMessage> Messages { get; private set; } = [];

    public IEnumerable<LoopbackMessage> OfBot => Messages.Where(message => message.IsOfBot);

    /// <summary>Texts shown as drafts since the last message of the bot's, oldest first.</summary>
    public ImmutableArray<string> Drafts { get; internal set; } = [];

    internal JsonObject Json => Type == "private"
        ? new() { ["id"] = Id, ["type"] = Type, ["first_name"] = Name }
        : new JsonObject { ["id"] = Id, ["type"] = Type, ["title"] = Name, ["is_forum"] = Topics is not null };

    internal LoopbackMessage? Find(long message) => Messages.FirstOrDefault(m => m.Id == message);

    internal LoopbackMessage Add(Func<long, LoopbackMessage> make)
    {
        var message = make(++_lastMessage);
        Messages = Messages.Add(message);
        return message;
    }

    internal void Replace(LoopbackMessage old, LoopbackMessage now) => Messages = Messages.Replace(old, now);

    internal void Remove(LoopbackMessage message) => Messages = Messages.Remove(message);
}
