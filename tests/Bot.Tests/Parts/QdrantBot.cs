using System.Net.Http.Json;
using System.Text.Json;
using Bot.Commands;
using Bot.Composition;
using Bot.Configuration;
using Bot.TestServers;
using Microsoft.AspNetCore.Builder;

namespace Bot.Tests.Parts;

/// <summary>A bot with a folder of its own whose reports are kept in a loopback Qdrant.</summary>
internal sealed class QdrantBot(LoopbackQdrant server) : IAsyncDisposable
{
    public const string Key = "s3cret-Key";

    private readonly TemporaryFolder _storage = new();
    private WebApplication? _app;
    private HttpClient? _client;

    public TemporaryFolder Corpus { get; } = new();

    public ReadingRecorder Events { get; } = new();

    public HttpClient Client => _client ?? throw new InvalidOperationException("StartAsync comes first.");

    private string[] Settings =>
    [
        $"--Corpus:Folder={Corpus.Path}", $"--Storage:Directory={_storage.Path}", "--Corpus:SettleMilliseconds=50", "--Corpus:RescanSeconds=1",
        "--Web:Url=http://127.0.0.1:0", "--Index:Provider=Qdrant", $"--Index:Qdrant:Urls={server.Url}", $"--Index:Qdrant:ApiKey={Key}",
        "--Index:Qdrant:RefreshSeconds=1",
    ];

    public static string Report(string city, int number) => $"""
        2019年{city}科技创新工作总结和2020年工作思路

        一、2019年主要工作

        2019年，{city}新认定高新技术企业{number}家。
        """;

    public static string Question(string city) => $"2019年{city}新认定高新技术企业多少家？";

    public OpenedStorage OpenStorage() => Rooms.OpenStorage(
        _storage.Path,
        new() { Urls = server.Url, ApiKey = Key, Source = $"{Environment.MachineName}:{Corpus.Path}" },
        TimeProvider.System,
        Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);

    public async Task StartAsync()
    {
        _app = BotApplication.Build(BotConfiguration.Read(Settings), Events);
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async Task<BotRun> RunAsync(params string[] command)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await new BotProgram(new BotConsole(output, error, IsTerminal: false)).RunAsync([.. command, .. Settings]);
        return new BotRun(exitCode, output.ToString(), error.ToString());
    }

    public Task<HttpResponseMessage> AskAsync(string city) =>
        Client.PostAsJsonAsync(new Uri("/api/ask", UriKind.Relative), new { question = Question(city) });

    /// <summary>Asks until the answer is no longer that the index is away.</summary>
    public async Task<JsonElement> AnswerAsync(string city)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var response = await AskAsync(city);
            if (response.IsSuccessStatusCode)
                return await response.Content.ReadFromJsonAsync<JsonElement>();
            await Task.Delay(20, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        Corpus.Dispose();
        _storage.Dispose();
    }
}
