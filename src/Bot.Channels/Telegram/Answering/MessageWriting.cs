using System.Collections.Immutable;
using Bot.Answers;
using Bot.Retrieval;

namespace Bot.Channels.Telegram;

/// <summary>Writes what the desk says as messages for the journal.</summary>
internal sealed class MessageWriting(TelegramRenderer renderer, BotIdentity bot)
{
    /// <param name="replaced">The bot's messages that this takes the place of, in order: what is left of them is deleted.</param>
    public IReadOnlyList<ChatReply> Write(
        ChatOutput output, ChatLanguage language, string lane, MessageTarget target, IReadOnlyList<long> replaced)
    {
        language = output.Language ?? language;
        var written = Write(Render(output, language), lane, target, replaced);
        return output is ChatOutput.Answered { Then: { } then } ? [.. written, .. Write(Render(then, language), lane, target with { ReplyTo = null }, [])] : written;
    }

    /// <summary>What nobody asked for, to a chat that subscribed.</summary>
    public IReadOnlyList<ChatReply> Announce(Answer.Answered digest, string lane, MessageTarget target)
    {
        var rendered = Answered(new ChatOutput.Answered(digest, IsRemembered: false), ChatLanguage.Chinese);
        return Write(target.IsPrivate ? rendered : rendered with { Keyboard = OpeningAlone(rendered.Keyboard) }, lane, target, []);
    }

    private static List<ChatReply> Write(RenderedAnswer? rendered, string lane, MessageTarget target, IReadOnlyList<long> replaced)
    {
        var messages = new List<ChatReply>();
        for (var i = 0; i < Math.Max(rendered?.Messages.Length ?? 0, replaced.Count); i++)
        {
            var isLast = rendered is not null && i == rendered.Messages.Length - 1;
            var message = rendered is not null && i < rendered.Messages.Length ? rendered.Messages[i] : null;
            var outgoing = new OutgoingMessage(
                message,
                isLast ? rendered!.Keyboard : null, // the last of some
                i == 0 ? target : target with { ReplyTo = null },
                i < replaced.Count ? replaced[i] : null);
            messages.Add(new ChatReply(lane, outgoing.ToJson()));
        }
        return messages;
    }

    private RenderedAnswer? Render(ChatOutput output, ChatLanguage language) => output switch
    {
        ChatOutput.Answered answered => Answered(answered, language),
        ChatOutput.Notice notice => TelegramRenderer.Words(notice.Text, language, KeyboardOf(notice.Buttons)),
        ChatOutput.Asked asked => TelegramRenderer.Asked(asked.List, asked.Question, language, KeyboardOf(asked.Rows)),
        ChatOutput.Flash flash => TelegramRenderer.Words(flash.Text, language),
        ChatOutput.Opened opened => renderer.Paragraph(
            opened.Address.Report, opened.Title, opened.Section, opened.Address.Number, opened.Text, language),
        _ => null,
    };

    private RenderedAnswer Answered(ChatOutput.Answered answered, ChatLanguage language)
    {
        var rendered = renderer.Answer(answered.Answer, language);
        return answered.IsRemembered ? rendered : rendered with { Keyboard = WithoutVotes(rendered.Keyboard) };
    }

    // What one reader of a channel opens is not shown to all the others, but in that reader's own chat with the bot.
    private InlineKeyboardMarkup? OpeningAlone(InlineKeyboardMarkup? keyboard) => keyboard is null || bot.Username.Length == 0
        ? keyboard
        : new InlineKeyboardMarkup([.. keyboard.InlineKeyboard.Select(row => row.Select(OpeningAlone).ToArray())]);

    private InlineKeyboardButton OpeningAlone(InlineKeyboardButton button) => ButtonPress.Parse(button.CallbackData) is ButtonPress.OpenParagraph open
        ? button with { CallbackData = null, Url = $"https://t.me/{bot.Username}?start={new DeepLink.OpenParagraph(open.Report, open.Paragraph)}" }
        : button;

    // What is not kept can't be voted on.
    private static InlineKeyboardMarkup? WithoutVotes(InlineKeyboardMarkup? keyboard)
    {
        ImmutableArray<InlineKeyboardButton[]> rows = keyboard is null
            ? []
            : [.. keyboard.InlineKeyboard.Where(row => !row.Any(b => ButtonPress.Parse(b.CallbackData) is ButtonPress.Vote))];
        return rows.IsEmpty ? null : new InlineKeyboardMarkup([.. rows]);
    }

    private static InlineKeyboardMarkup? KeyboardOf(ImmutableArray<ChatButton> buttons) =>
        KeyboardOf([.. buttons.Select(ImmutableArray.Create)]);

    private static InlineKeyboardMarkup? KeyboardOf(ImmutableArray<ImmutableArray<ChatButton>> rows) => rows.IsEmpty
        ? null
        : new InlineKeyboardMarkup([.. rows.Select(row => row.Select(b => new InlineKeyboardButton(b.Label, CallbackData: b.Press.ToString())).ToArray())]);
}
