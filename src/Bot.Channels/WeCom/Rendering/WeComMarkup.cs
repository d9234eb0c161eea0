using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Retrieval;

namespace Bot.Channels.WeCom;

/// <summary>Blocks in a dialect of WeCom's Markdown.</summary>
/// <param name="link">The address of a paragraph; null where none leads to it.</param>
internal sealed partial class WeComMarkup(WeComDialect dialect, Func<ParagraphAddress, string?> link)
{
    /// <summary>What <see cref="Of"/> adds to a block's visible text, but for its link, in bytes.</summary>
    public const int Overhead = 24;

    // Looks the same and means nothing: WeCom promises no way to escape its marks.
    private const string Marks = "<>#*`";
    private const string Lookalikes = "＜＞＃＊｀";
    private const string MarksOfV2 = Marks + @"_|\~";
    private const string LookalikesOfV2 = Lookalikes + "＿｜＼～";

    /// <summary>The block with nothing in it that the dialect would read as markup.</summary>
    public ChatBlock Escaped(ChatBlock block) => block switch
    {
        ChatBlock.Prose prose => new ChatBlock.Prose(Escaped(prose.Text)),
        ChatBlock.Quotation quotation => quotation with { Head = EscapedHead(quotation.Head), Text = OneLine(Escaped(quotation.Text)) },
        ChatBlock.Table table => new ChatBlock.Table([.. table.Rows.Select(row => row.Select(cell => OneLine(Escaped(cell))).ToImmutableArray())]),
        ChatBlock.Preformatted rows => new ChatBlock.Preformatted([.. rows.Rows.Select(row => row.Replace('`', '｀'))]),
        _ => throw new InvalidOperationException($"{block.GetType().Name} is not known here."),
    };

    /// <summary>The bytes of a block's link in its markup.</summary>
    public int LinkOf(ChatBlock block) =>
        block is ChatBlock.Quotation { Address: { } address } && link(address) is { } url ? TextMeasure.Utf8.Of(url) : 0;

    /// <param name="block">As <see cref="Escaped(ChatBlock)"/> gave it.</param>
    public string Of(ChatBlock block) => block switch
    {
        ChatBlock.Prose prose when dialect is WeComDialect.MarkdownV2 => Bullet().Replace(prose.Text, "- "),
        ChatBlock.Quotation quotation => Quoted(quotation),
        ChatBlock.Preformatted rows when dialect is WeComDialect.MarkdownV2 => $"```\n{rows.Visible}\n```",
        _ => block.Visible,
    };

    private string Quoted(ChatBlock.Quotation quotation)
    {
        var url = quotation is { Head.Length: > 0, Address: { } address } ? link(address) : null;
        if (dialect is WeComDialect.Text)
            return quotation.Visible + (url is null ? "" : $"\n{url}");
        var (markers, place) = Parted(quotation.Head);
        var head = url is null || place.Length == 0 ? $"**{quotation.Head}**" : $"{markers}[{place}]({url})";
        return (quotation.Head.Length > 0, quotation.Text.Length > 0) switch
        {
            (true, true) => $"> {head}\n> {quotation.Text}",
            (true, false) => $"> {head}",
            _ => $"> {quotation.Text}",
        };
    }

    private string EscapedHead(string head)
    {
        var (markers, place) = Parted(OneLine(Escaped(head)));
        return dialect is WeComDialect.Text ? markers + place : markers + place.Replace('[', '［').Replace(']', '］');
    }

    // "[1][2] title › section": the place may become a link, which holds no brackets.
    private static (string Markers, string Place) Parted(string head)
    {
        var end = Markers().Match(head).Length;
        return (head[..end], head[end..]);
    }

    private string Escaped(string text)
    {
        if (dialect is WeComDialect.Text)
            return text;
        var (marks, lookalikes) = dialect is WeComDialect.MarkdownV2 ? (MarksOfV2, LookalikesOfV2) : (Marks, Lookalikes);
        var plain = string.Create(text.Length, (text, marks, lookalikes), static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
                to[i] = from.marks.IndexOf(from.text[i], StringComparison.Ordinal) is var mark and >= 0 ? from.lookalikes[mark] : from.text[i];
        });
        plain = plain.Replace("](", "] (", StringComparison.Ordinal).Replace("]:", "]：", StringComparison.Ordinal);
        plain = Entity().Replace(plain, "＆");
        return Rule().Replace(plain, line => line.Value.Replace('-', '－').Replace('=', '＝'));
    }

    private static string OneLine(string text) => text.Contains('\n', StringComparison.Ordinal) ? LineBreak().Replace(text, " ") : text;

    [GeneratedRegex("^• ", RegexOptions.Multiline)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\A(?:\[\d{1,3}\])+ ")]
    private static partial Regex Markers();

    // &lt; would be shown as what it stands for.
    [GeneratedRegex("&(?=[A-Za-z][A-Za-z0-9]{1,31};)")]
    private static partial Regex Entity();

    // A line of these makes a heading of the line before, or draws one across.
    [GeneratedRegex(@"^[ \t]*[-=][-= \t]*$", RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineBreak();
}
