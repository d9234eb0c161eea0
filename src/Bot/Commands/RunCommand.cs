using Bot.Channels;
using Bot.Composition;
using Bot.Configuration;
using Bot.Reading;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary>Serves until it is told to stop.</summary>
internal static class RunCommand
{
    public static async Task<int> ExecuteAsync(CommandSetup setup, CancellationToken cancellationToken)
    {
        var configuration = setup.ReadConfiguration();
        // A second or so of work that cleans up after itself, hence never cut short.
        var rehearsal = Rehearsal.BeginAsync(StorageOptions.FolderIn(configuration), CancellationToken.None);
        try
        {
            return await ServeAsync(setup, configuration, cancellationToken);
        }
        finally
        {
            await rehearsal;
        }
    }

    private static async Task<int> ServeAsync(CommandSetup setup, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var output = setup.Console.Out;
        var progress = new ReadingLines(output, isQuietWhenUnchanged: false);
        await using var app = BotApplication.Build(configuration, progress, setup.Replace);
        await StartAsync(app, cancellationToken);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
        try
        {
            await app.Services.GetRequiredService<FirstReading>().WaitAsync(stopping.Token);
            output.WriteLine($"已就绪，请在浏览器打开 / Ready, open in a browser: {string.Join(' ', app.Urls)}  （Ctrl-C 结束）");
            await Task.Delay(Timeout.InfiniteTimeSpan, stopping.Token);
        }
        catch (OperationCanceledException)
        {
            output.WriteLine("正在结束 / Stopping");
        }
        await app.StopAsync(CancellationToken.None);
        await ThrowIfBrokenAsync(app);
        return ExitCode.Success;
    }

    // A worker that fails stops the host, which would otherwise look like a wish to stop.
    private static async Task ThrowIfBrokenAsync(WebApplication app)
    {
        foreach (var worker in app.Services.GetServices<IHostedService>().OfType<BackgroundService>())
        {
            if (worker.ExecuteTask is { IsFaulted: true } broken)
                await broken;
        }
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (ReasonFor(e) is { } reason)
        {
            var url = app.Services.GetRequiredService<IOptions<WebOptions>>().Value.Url;
            throw new ConfigurationException($"""
                {reason}：{url}。请结束占用者，或另设 Web:Url，例如 --Web:Url=http://127.0.0.1:5081
                  Can't listen on {url} ({e.Message}). Set Web:Url to another address, e.g. --Web:Url=http://127.0.0.1:5081
                """, e);
        }
    }

    private static string? ReasonFor(Exception e) => e switch
    {
        AddressInUseException or IOException { InnerException: AddressInUseException } => "端口已被占用",
        System.Net.Sockets.SocketException or IOException { InnerException: System.Net.Sockets.SocketException } => "不能使用这个地址",
        _ => null,
    };
}
