using System.Collections.Immutable;
using Bot.Answers;
using Bot.Corpus;

namespace Bot.Channels.Telegram;

/// <summary>Makes messages of answers and paragraphs.</summary>
internal sealed class TelegramRenderer(ReportLinks links)
{
    /// <summary>A chat is not to be flooded: beyond this many messages quotations are shortened, and at last the text.</summary>
    public const int MostMessages = 6;

    private const string GoesOn = " …";

    private static readonly MessagePacker Packer = new(
        TelegramMarkup.TextLimit, TextMeasure.Utf16, TelegramMarkup.MarkupLimit, TelegramMarkup.SizeOf);

    private readonly AnswerKeyboard _keyboard = new(links);

    public RenderedAnswer Answer(Answer answer, ChatLanguage language)
    {
        ImmutableArray<ImmutableArray<ChatBlock>> messages = [];
        foreach (var detail in Enum.GetValues<QuotationDetail>())
        {
            messages = Packer.Pack(AnswerBlocks.Of(answer, language, detail));
            if (messages.Length <= MostMessages)
                break;
        }
        return Rendered(messages, _keyboard.Of(answer, language), language);
    }

    /// <summary>A whole paragraph of a report, with a link to it on the page where there is one.</summary>
    /// <param name="section">Section path; empty before the first heading.</param>
    public RenderedAnswer Paragraph(ReportId report, string title, string section, int paragraph, string text, ChatLanguage language)
    {
        var blocks = AnswerBlocks.OfParagraph(title, section, paragraph, text, language);
        return Rendered(Packer.Pack(blocks), _keyboard.OfParagraph(report, paragraph, language), language);
    }

    /// <summary>An answer that is still being written, without markup: as much as fits into one message.</summary>
    public static string Preview(string text) =>
        Packer.Pack([.. NarrowMarkdown.Blocks(text)]) is [var first, .. var more]
            ? Ended(TelegramMarkup.Of(first).Plain, isWhole: more.IsEmpty)
            : GoesOn;

    /// <summary>Words of the bot's own; the first messages of them where they are too long.</summary>
    public static RenderedAnswer Words(string text, ChatLanguage language, InlineKeyboardMarkup? keyboard = null) =>
        Rendered(Packer.Pack(NarrowMarkdown.Blocks(text)), keyboard, language);

    private static string Ended(string text, bool isWhole) =>
        isWhole && text.Length + GoesOn.Length <= TelegramMarkup.TextLimit ? text + GoesOn : text;

    private static RenderedAnswer Rendered(
        ImmutableArray<ImmutableArray<ChatBlock>> messages, InlineKeyboardMarkup? keyboard, ChatLanguage language)
    {
        var isCutShort = messages.Length > MostMessages;
        ImmutableArray<RenderedMessage> rendered = [.. messages.Take(MostMessages).Select(TelegramMarkup.Of)];
        if (isCutShort)
            rendered = rendered.SetItem(MostMessages - 1, TelegramMarkup.Of([new ChatBlock.Prose(ChatWords.CutShort(language))]));
        return new RenderedAnswer(rendered, keyboard, isCutShort);
    }
}
