using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>What every page made here has around it.</summary>
/// <param name="Title">As the browser's tab shows it.</param>
/// <param name="ToRoot">The way to the site's root from the page's address ("../"), so that the page works below any path.</param>
internal sealed record PageFrame(string Title, string ToRoot, Html Body)
{
    /// <summary>A style sheet of the page's own, under assets/css; null: none.</summary>
    public string? Style { get; init; }

    /// <summary>The page's script, under assets/js; null: none.</summary>
    public string? Script { get; init; }

    /// <summary>It shows what somebody told: no copy of it may be kept.</summary>
    public bool IsPrivate { get; init; }

    public Task WriteAsync(HttpContext context, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = IsPrivate ? "no-store" : "no-cache";
        return context.Response.WriteAsync(Render().Markup, context.RequestAborted);
    }

    private Html Render() => Html.Of(
        $"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Title} · 科技政策问答</title>
        <link rel="icon" href="{ToRoot}assets/favicon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="{ToRoot}assets/css/base.css">
        <link rel="stylesheet" href="{ToRoot}assets/css/report.css">
        {(Style is null ? Html.Empty : Html.Of($"<link rel=\"stylesheet\" href=\"{ToRoot}assets/css/{Style}\">"))}
        {(Script is null ? Html.Empty : Html.Of($"<script type=\"module\" src=\"{ToRoot}assets/js/{Script}\"></script>"))}
        </head>
        <body class="document">
        <a class="skip" href="#content" data-t="skipToContent">跳到正文</a>
        <header class="bar"><div class="bar-inner">
        <a class="brand" href="{ToRoot}./"><span class="seal" aria-hidden="true">策</span><span class="brand-name" data-t="name">科技政策问答</span></a>
        <nav class="bar-actions" aria-label="操作" data-t-label="actions">
        <a class="quiet-button" href="{ToRoot}figures" data-t="ledger">数字台账</a>
        <a class="quiet-button" href="{ToRoot}measures" data-t="register">政策措施库</a>
        <a class="quiet-button" href="{ToRoot}match" data-t="match">匹配措施</a>
        <a class="quiet-button" href="{ToRoot}./" data-t="backToTalk">返回提问</a>
        {(Script is null ? Html.Empty : Html.Of($"<button type=\"button\" id=\"switch-language\" class=\"quiet-button\" hidden></button>"))}
        </nav>
        </div></header>
        {Body}
        </body>
        </html>
        """);
}
