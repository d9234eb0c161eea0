using System.Collections.Immutable;
using Bot.Answers;
using Bot.Retrieval;

namespace Bot.Channels.WeCom;

/// <summary>
/// What the bot says as messages of WeCom's: the answer, then a quotation per cited sentence with its place, linked where the page can be
/// reached. Cut by bytes of UTF-8, never inside a character, a row of a table, or between a figure and its marker.
/// </summary>
internal sealed class WeComRenderer(ReportLinks links)
{
    /// <summary>A chat is not to be flooded: beyond this many messages quotations are shortened, and at last the text.</summary>
    public const int MostMessages = 6;

    /// <param name="maximumBytes">Of one message, at least 512.</param>
    /// <param name="mostMessages">At least 1.</param>
    /// <returns>At least one message unless the answer is empty, in order.</returns>
    public ImmutableArray<string> Answer(
        Answer answer, WeComDialect dialect, ChatLanguage language, int maximumBytes, int mostMessages = MostMessages)
    {
        // Bars need a fixed-width font; without one the text and its table say the same.
        var shown = dialect is WeComDialect.MarkdownV2 ? answer : answer with { Chart = null };
        return AnswerFitting.Fit(
            shown, language, mostMessages,
            (part, detail) => Pack(AnswerBlocks.Of(part, language, detail, TableOf(dialect)).Concat(Asking(part.FollowUps, language)), dialect, maximumBytes)).Messages;
    }

    /// <summary>The bot's own words; its buttons, where there are none, as questions to send.</summary>
    public ImmutableArray<string> Notice(ChatOutput.Notice notice, WeComDialect dialect, ChatLanguage language, int maximumBytes)
    {
        var questions = notice.Buttons.Where(b => b.Press is ButtonPress.FollowUp).Select(b => b.Label);
        return Pack(NarrowMarkdown.Blocks(notice.Text, TableOf(dialect)).Concat(Asking([.. questions], language)), dialect, maximumBytes);
    }

    /// <summary>A question of the bot's under what it is about.</summary>
    public ImmutableArray<string> Asked(ChatOutput.Asked asked, WeComDialect dialect, ChatLanguage language, int maximumBytes) => Pack(
        (asked.List is null ? [] : AnswerBlocks.Of(asked.List, language, QuotationDetail.Beginning, TableOf(dialect))).Concat(NarrowMarkdown.Blocks(asked.Question, TableOf(dialect))),
        dialect, maximumBytes);

    /// <summary>A whole paragraph under its place.</summary>
    public ImmutableArray<string> Opened(ChatOutput.Opened opened, WeComDialect dialect, ChatLanguage language, int maximumBytes) => Pack(
        AnswerBlocks.OfParagraph(opened.Title, opened.Section, opened.Address.Number, opened.Text, language)
            .Select(block => block is ChatBlock.Quotation quotation ? quotation with { Address = opened.Address } : block),
        dialect, maximumBytes);

    /// <summary>Whatever the desk says; no message when it says nothing.</summary>
    public ImmutableArray<string> Output(ChatOutput output, WeComDialect dialect, ChatLanguage language, int maximumBytes) => output switch
    {
        ChatOutput.Answered { Then: { } then } answered => [.. Answer(answered.Answer, dialect, language, maximumBytes), .. Asked(then, dialect, language, maximumBytes)],
        ChatOutput.Answered answered => Answer(answered.Answer, dialect, language, maximumBytes),
        ChatOutput.Notice notice => Notice(notice, dialect, language, maximumBytes),
        ChatOutput.Asked asked => Asked(asked, dialect, language, maximumBytes),
        ChatOutput.Flash flash => Notice(new ChatOutput.Notice(flash.Text), dialect, language, maximumBytes),
        ChatOutput.Opened opened => Opened(opened, dialect, language, maximumBytes),
        _ => [],
    };

    private ImmutableArray<string> Pack(IEnumerable<ChatBlock> blocks, WeComDialect dialect, int maximumBytes)
    {
        var markup = new WeComMarkup(dialect, LinkTo);
        List<ChatBlock> written = [.. blocks.Select(markup.Escaped)];
        var reserve = WeComMarkup.Overhead + written.Select(markup.LinkOf).DefaultIfEmpty().Max();
        if (reserve > maximumBytes / 4)
        {
            // Addresses that long would leave no room for what they lead to.
            (markup, reserve) = (new WeComMarkup(dialect, _ => null), WeComMarkup.Overhead);
        }
        // One byte more: quotations stand apart here by an empty line, which otherwise they don't.
        var packer = new MessagePacker(maximumBytes - reserve, TextMeasure.Utf8, maximumBytes, block => TextMeasure.Utf8.Of(markup.Of(block)) + 1);
        return [.. packer.Pack(written).Select(message => string.Join("\n\n", message.Select(markup.Of)))];
    }

    private string? LinkTo(ParagraphAddress address) => links.AreAbsolute ? links.To(address.Report, address.Number) : null;

    private static Func<ImmutableArray<ImmutableArray<string>>, ChatBlock> TableOf(WeComDialect dialect) => rows =>
    {
        var columns = rows.Max(row => row.Length);
        var table = new ChatBlock.Table([.. rows.Select(row => row.AddRange(Enumerable.Repeat("", columns - row.Length)))]);
        return dialect is WeComDialect.MarkdownV2 || rows.Length < 2 ? table : table.AsList();
    };

    private static IEnumerable<ChatBlock> Asking(ImmutableArray<string> questions, ChatLanguage language) => questions.IsEmpty
        ? []
        : [new ChatBlock.Prose($"{ChatWords.AskOn(language)}\n{string.Join('\n', questions.Select(q => $"• {q}"))}")];
}
