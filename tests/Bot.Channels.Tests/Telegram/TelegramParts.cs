using Bot.Channels.Telegram;
using Bot.TestServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Channels.Tests.Telegram;

/// <summary>What tests of Telegram put together.</summary>
internal static class TelegramParts
{
    public static TelegramClient ClientOf(LoopbackTelegram server, TimeProvider? time = null) => ClientAt(server.Url, time);

    public static TelegramClient ClientAt(string url, TimeProvider? time = null) =>
        new(new TelegramOptions { Token = LoopbackTelegram.Token, BaseUrl = url }, time ?? TimeProvider.System);

    /// <summary>Lets the time pass after which an answer that is being made is shown, until it is.</summary>
    public static async Task DraftAsync(LoopbackTelegram server, LoopbackChat chat, SteppedTime time, ScriptedAnswerer answerer)
    {
        await answerer.Paused.Task;
        await time.TimerAsync(StreamedAnswer.Patience);
        time.Advance(StreamedAnswer.Patience);
        await server.UntilAsync(() => !chat.Drafts.IsEmpty);
    }

    /// <summary>A server that answers as told: no Bot API, or the bot's own address.</summary>
    public static async Task<WebApplication> SiteAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(LoopbackAddress.Any);
        var site = builder.Build();
        site.Run(answer);
        await site.StartAsync();
        return site;
    }
}
