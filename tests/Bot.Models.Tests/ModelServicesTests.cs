using Bot.Models.Tests.Parts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Models.Tests;

public sealed class ModelServicesTests
{
    [Fact]
    public void Clients_are_absent_when_nothing_is_configured()
    {
        using var services = Services(_ => { }, _ => { });

        var clients = services.GetRequiredService<ModelClients>();

        clients.Chat.ShouldBeNull();
        clients.Embedding.ShouldBeNull();
    }

    [Fact]
    public void Clients_are_there_when_configured()
    {
        using var services = Services(
            o => (o.BaseUrl, o.Model) = ("http://127.0.0.1:1/v1", "a"),
            o => (o.BaseUrl, o.Model) = ("http://127.0.0.1:1/v1", "b"));

        var clients = services.GetRequiredService<ModelClients>();

        clients.Chat.ShouldBeOfType<OpenAiChatClient>();
        clients.Embedding.ShouldBeOfType<OpenAiEmbeddingGenerator>();
    }

    [Fact]
    public void Clients_are_not_made_when_a_model_is_half_configured()
    {
        using var services = Services(o => o.Model = "a", _ => { });

        var exception = Should.Throw<OptionsValidationException>(services.GetRequiredService<ModelClients>);

        exception.Message.ShouldContain("Model:Chat:BaseUrl");
    }

    private static ServiceProvider Services(Action<ChatModelOptions> chat, Action<EmbeddingModelOptions> embedding) =>
        new ServiceCollection().AddLogging().AddModels().Configure(chat).Configure(embedding).BuildServiceProvider();
}
