using System.Collections.Immutable;
using System.Text;

namespace Bot.Channels.Telegram;

/// <summary>Blocks as Telegram's HTML (https://core.telegram.org/bots/api#html-style), whose only entities are lt, gt, amp and quot.</summary>
internal static class TelegramMarkup
{
    public const string ParseMode = "HTML";

    /// <summary>Longest text of a message without its markup, in UTF-16 code units.</summary>
    public const int TextLimit = 4096;

    /// <summary>Largest text of a message with its markup, in bytes of UTF-8.</summary>
    public const int MarkupLimit = 32_768;

    public static RenderedMessage Of(ImmutableArray<ChatBlock> blocks)
    {
        var (html, plain) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < blocks.Length; i++)
        {
            var gap = i == 0 ? "" : ChatBlocks.Between(blocks[i - 1], blocks[i]);
            html.Append(gap).Append(Html(blocks[i]));
            plain.Append(gap).Append(Clean(blocks[i].Visible));
        }
        return new RenderedMessage(html.ToString(), plain.ToString());
    }

    /// <summary>In bytes of UTF-8.</summary>
    public static int SizeOf(ChatBlock block) => Encoding.UTF8.GetByteCount(Html(block));

    private static string Html(ChatBlock block) => block switch
    {
        ChatBlock.Prose prose => Escape(prose.Text),
        ChatBlock.Preformatted table => $"<pre>{Escape(table.Visible)}</pre>",
        ChatBlock.Quotation { Head: "" } quotation => $"<blockquote expandable>{Escape(quotation.Text)}</blockquote>",
        ChatBlock.Quotation { Text: "" } quotation => $"<blockquote><b>{Escape(quotation.Head)}</b></blockquote>",
        ChatBlock.Quotation quotation => $"<blockquote expandable><b>{Escape(quotation.Head)}</b>\n{Escape(quotation.Text)}</blockquote>",
        _ => throw new InvalidOperationException($"{block.GetType().Name} is not known here."),
    };

    private static string Escape(string text) => Clean(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    // Telegram makes them spaces too; done here, lengths are known beforehand.
    private static string Clean(string text) =>
        text.Any(IsControl) ? string.Create(text.Length, text, (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                to[i] = IsControl(from[i]) ? ' ' : from[i];
        }) : text;

    private static bool IsControl(char c) => c < ' ' && c != '\n';
}
