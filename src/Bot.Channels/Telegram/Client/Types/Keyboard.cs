namespace Bot.Channels.Telegram;

/// <summary>Rows of buttons under a message.</summary>
internal sealed record InlineKeyboardMarkup(InlineKeyboardButton[][] InlineKeyboard);

/// <summary>A button with one effect: <paramref name="CallbackData"/> (1 to 64 bytes) comes back to the bot, or <paramref name="Url"/> opens.</summary>
internal sealed record InlineKeyboardButton(string Text, string? CallbackData = null, string? Url = null, string? SwitchInlineQueryCurrentChat = null);

/// <param name="AllowSendingWithoutReply">The message is sent even if the one it answers is gone.</param>
internal sealed record ReplyParameters(long MessageId, bool AllowSendingWithoutReply = true);

internal sealed record LinkPreviewOptions(bool IsDisabled);
