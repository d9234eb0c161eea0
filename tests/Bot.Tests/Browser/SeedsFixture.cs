using Bot.Composition;
using Bot.Reading;
using Bot.Tests.Parts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Browser;

/// <summary>The whole program, serving the repository's five reports from an empty data folder; one for the tests of a class.</summary>
public sealed class SeedsFixture : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _storage = new();
    private WebApplication? _app;

    public Uri Address => new(App.Urls.Single());

    public IServiceProvider Services => App.Services;

    private WebApplication App => _app ?? throw new InvalidOperationException("The program was not started.");

    public async Task InitializeAsync()
    {
        // Where every test is skipped, the fixture is still made.
        if (Chromium.Path is null)
            return;
        // Neither appsettings.json nor the environment of whoever runs the tests is to matter.
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Corpus:Folder"] = Repository.PathOf("seeds"),
            ["Storage:Directory"] = _storage.Path,
            ["Web:Url"] = "http://127.0.0.1:0",
        });
        _app = BotApplication.Build(configuration.Build(), new Progress<ReadingEvent>());
        await _app.StartAsync();
        await _app.Services.GetRequiredService<FirstReading>().WaitAsync(default);
    }

    public async Task DisposeAsync()
    {
        if (_app is null)
            return;
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public void Dispose() => _storage.Dispose();
}
