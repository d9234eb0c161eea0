using System.Collections.Immutable;

namespace Bot.Channels.Telegram;

/// <summary>An answer as Telegram gets it.</summary>
/// <param name="Messages">At least one, in order.</param>
/// <param name="Keyboard">Buttons under the last message; null: none.</param>
/// <param name="IsCutShort">Not all of the answer's text is in the messages; they say so.</param>
internal sealed record RenderedAnswer(ImmutableArray<RenderedMessage> Messages, InlineKeyboardMarkup? Keyboard, bool IsCutShort);
