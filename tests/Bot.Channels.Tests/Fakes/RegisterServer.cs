using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Channels.Tests;

/// <summary>The web channel over a real index and a real state database: measures can be read, and with the key corrected.</summary>
internal sealed class RegisterServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly StateDatabase _state;
    private readonly CorrectedReportIndex _index;

    private RegisterServer(DirectoryInfo folder, StateDatabase state, CorrectedReportIndex index, BotServer bot)
    {
        (_folder, _state, _index, Bot) = (folder, state, index, bot);
    }

    public BotServer Bot { get; }

    public HttpClient Client => Bot.Client;

    public static async Task<RegisterServer> StartAsync(params Report[] reports)
    {
        var folder = Directory.CreateTempSubdirectory("register");
        var state = StateDatabase.Open(folder.FullName, TimeProvider.System, NullLogger<StateDatabase>.Instance);
        var index = new CorrectedReportIndex(
            SqliteReportIndex.Open(folder.FullName, TimeProvider.System, NullLogger<SqliteReportIndex>.Instance), state);
        foreach (var report in reports.Length > 0 ? reports : SampleRegister.All)
            await index.ReplaceAsync(report, report.Id + ".txt", default);
        var bot = await BotServer.StartAsync(
            index: index, measureCorrections: new MeasureCorrections(index, TimeProvider.System), settings: ("Admin:Key", BotServer.AdminKey));
        return new RegisterServer(folder, state, index, bot);
    }

    /// <summary>Reads a report anew.</summary>
    public Task ReplaceAsync(Report report) => _index.ReplaceAsync(report, report.Id + ".txt", default);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        _index.Dispose();
        _state.Dispose();
        _folder.Delete(recursive: true);
    }
}
