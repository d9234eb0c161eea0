namespace Bot.Channels.WeCom;

/// <summary>How a message of WeCom's is marked up (https://developer.work.weixin.qq.com/document/path/90236).</summary>
internal enum WeComDialect
{
    /// <summary>None at all: <c>text</c>.</summary>
    Text,

    /// <summary><c>markdown</c> of apps and group webhooks: bold, links, quotations; no lists, no tables.</summary>
    Markdown,

    /// <summary><c>markdown_v2</c> of group webhooks, and whatever the AI bot says: lists, tables and fenced code too.</summary>
    MarkdownV2,
}
