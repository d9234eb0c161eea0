using Bot.TestServers;
using Microsoft.Extensions.AI;

namespace Bot.Models.Tests.Parts;

/// <summary>A scripted server, a clock that stands, and the clients that talk to the one by the other.</summary>
internal sealed class ModelBench : IAsyncDisposable
{
    private readonly List<IDisposable> _clients = [];

    private ModelBench(ScriptedModelServer server) => Server = server;

    public static DateTimeOffset Start { get; } = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public ScriptedModelServer Server { get; }

    public SteppedTime Time { get; } = new(Start);

    public LogLines Logs { get; } = new();

    public ModelHealth Health => field ??= new(Time);

    public static async Task<ModelBench> StartAsync(ScriptedModelServerOptions? options = null) =>
        new(await ScriptedModelServer.StartAsync(options));

    public OpenAiChatClient Chat(Action<ChatModelOptions>? change = null)
    {
        var options = new ChatModelOptions { BaseUrl = Server.BaseUrl, Model = "test-chat" };
        change?.Invoke(options);
        return Kept(new OpenAiChatClient(options, Health, Time, Logs.For<OpenAiChatClient>()));
    }

    public OpenAiEmbeddingGenerator Embedding(Action<EmbeddingModelOptions>? change = null)
    {
        var options = new EmbeddingModelOptions { BaseUrl = Server.BaseUrl, Model = "test-embedding" };
        change?.Invoke(options);
        return Kept(new OpenAiEmbeddingGenerator(options, Health, Time, Logs.For<OpenAiEmbeddingGenerator>()));
    }

    public ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        return Server.DisposeAsync();
    }

    private T Kept<T>(T client)
        where T : IDisposable
    {
        _clients.Add(client);
        return client;
    }
}
