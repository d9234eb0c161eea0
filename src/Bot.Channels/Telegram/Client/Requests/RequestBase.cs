using System.Text.Json.Serialization;

namespace Bot.Channels.Telegram;

/// <summary>One call of the Bot API (https://core.telegram.org/bots/api). What is not <see cref="JsonIgnoreAttribute">ignored</see> is sent.</summary>
internal abstract record RequestBase<TResponse>(string MethodName)
{
    [JsonIgnore]
    public string MethodName { get; } = MethodName;

    /// <summary>How long the server itself may hold the request back before it answers.</summary>
    [JsonIgnore]
    public virtual TimeSpan ServerWait => TimeSpan.Zero;

    /// <summary>A file that goes along; null: none.</summary>
    [JsonIgnore]
    public virtual InputFile? File => null;
}
