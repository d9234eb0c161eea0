using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>What every page made here has around it.</summary>
/// <param name="Title">As the browser's tab shows it.</param>
/// <param name="ToRoot">The way to the site's root from the page's address ("../"), so that the page works below any path.</param>
internal sealed record PageFrame(string Title, string ToRoot, Html Body)
{
    public Task WriteAsync(HttpContext context, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
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
        </head>
        <body class="document">
        <a class="skip" href="#content">跳到正文</a>
        <header class="bar"><div class="bar-inner">
        <a class="brand" href="{ToRoot}./"><span class="seal" aria-hidden="true">策</span><span class="brand-name">科技政策问答</span></a>
        <a class="quiet-button" href="{ToRoot}./">返回提问</a>
        </div></header>
        {Body}
        </body>
        </html>
        """);
}
