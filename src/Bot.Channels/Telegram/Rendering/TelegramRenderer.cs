using System.Collections.Immutable;
using Bot.Answers;
using Bot.Corpus;

namespace Bot.Channels.Telegram;

/// <summary>Makes messages of answers and paragraphs.</summary>
internal sealed class TelegramRenderer(ReportLinks links)
{
    /// <summary>A chat is not to be flooded: beyond this many messages quotations are shortened, then the text.</summary>
    public const int MostMessages = 6;

    private const string GoesOn = " …";

    private static readonly MessagePacker Packer = new(
        TelegramMarkup.TextLimit, TextMeasure.Utf16, TelegramMarkup.MarkupLimit, TelegramMarkup.SizeOf);

    private readonly AnswerKeyboard _keyboard = new(links);

    public RenderedAnswer Answer(Answer answer, ChatLanguage language)
    {
        var (messages, isCutShort) = AnswerFitting.Fit(
            answer, language, MostMessages, (shown, detail) => Packer.Pack(AnswerBlocks.Of(shown, language, detail)));
        return new RenderedAnswer([.. messages.Select(TelegramMarkup.Of)], _keyboard.Of(answer, language, isCutShort), isCutShort);
    }

    /// <summary>A whole paragraph of a report, with a link to it on the page where there is one.</summary>
    /// <param name="section">Section path; empty before the first heading.</param>
    public RenderedAnswer Paragraph(ReportId report, string title, string section, int paragraph, string text, ChatLanguage language)
    {
        var blocks = AnswerBlocks.OfParagraph(title, section, paragraph, text, language);
        return Rendered(blocks, _keyboard.OfParagraph(report, paragraph, language), language);
    }

    /// <summary>An answer that is still being written, without markup: as much as fits into one message.</summary>
    public static string Preview(string text) =>
        Packer.Pack([.. NarrowMarkdown.Blocks(text)]) is [var first, .. var more]
            ? Ended(TelegramMarkup.Of(first).Plain, isWhole: more.IsEmpty)
            : GoesOn;

    /// <summary>Words of the bot's own; the first messages of them where they are too long.</summary>
    public static RenderedAnswer Words(string text, ChatLanguage language, InlineKeyboardMarkup? keyboard = null) =>
        Rendered([.. NarrowMarkdown.Blocks(text)], keyboard, language);

    /// <summary>A question of the bot's under what it is about.</summary>
    public static RenderedAnswer Asked(Answer? list, string question, ChatLanguage language, InlineKeyboardMarkup? keyboard) =>
        Rendered([.. list is null ? [] : AnswerBlocks.Of(list, language, QuotationDetail.Beginning), .. NarrowMarkdown.Blocks(question)], keyboard, language);

    private static string Ended(string text, bool isWhole) =>
        isWhole && text.Length + GoesOn.Length <= TelegramMarkup.TextLimit ? text + GoesOn : text;

    private static RenderedAnswer Rendered(ImmutableArray<ChatBlock> blocks, InlineKeyboardMarkup? keyboard, ChatLanguage language)
    {
        var messages = Packer.Pack(blocks);
        var isCutShort = messages.Length > MostMessages;
        if (isCutShort)
            messages = Beginning(blocks, new ChatBlock.Prose(ChatWords.CutShort(language)));
        return new RenderedAnswer([.. messages.Select(TelegramMarkup.Of)], keyboard, isCutShort);
    }

    private static ImmutableArray<ImmutableArray<ChatBlock>> Beginning(ImmutableArray<ChatBlock> blocks, ChatBlock note)
    {
        const int PerMessage = 4;
        ChatBlock[] parts = [.. blocks.SelectMany(block => ChatBlocks.Cut(block, TelegramMarkup.TextLimit / PerMessage, TextMeasure.Utf16)).Take(MostMessages * PerMessage)];
        for (var kept = parts.Length; ; kept--)
        {
            if (Packer.Pack([.. parts.Take(kept), note]) is var messages && (messages.Length <= MostMessages || kept == 0))
                return messages;
        }
    }
}
