namespace Bot.Channels.Telegram;

/// <summary>One message, ready to be sent.</summary>
/// <param name="Html">In parse mode HTML.</param>
/// <param name="Plain">The same text without markup, for when the markup is refused.</param>
internal sealed record RenderedMessage(string Html, string Plain);
