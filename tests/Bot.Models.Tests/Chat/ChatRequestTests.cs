using Bot.Models.Tests.Parts;
using Bot.TestServers;
using Microsoft.Extensions.AI;

namespace Bot.Models.Tests.Chat;

public sealed class ChatRequestTests
{
    [Fact]
    public async Task Client_sends_roles_text_and_settings()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Always(Script.Text("好。"));
        var client = bench.Chat(o => (o.Temperature, o.MaxOutputTokens) = (0.3, 77));

        await client.GetResponseAsync(
        [
            new(ChatRole.System, "只据原文回答。"),
            new(ChatRole.User, "甲?"),
            new(ChatRole.Assistant, "乙[1]。"),
            new(ChatRole.User, "丙?"),
        ]);

        var request = bench.Server.Chat.Requests.Single();
        request.Model.ShouldBe("test-chat");
        request.Messages.ShouldBe([new("system", "只据原文回答。"), new("user", "甲?"), new("assistant", "乙[1]。"), new("user", "丙?")]);
        request.Stream.ShouldBeTrue();
        request.Field("temperature").ShouldBe("0.3");
        request.Field("max_tokens").ShouldBe("77");
        request.Has("top_p").ShouldBeFalse();
        request.Has("stop").ShouldBeFalse();
    }

    [Fact]
    public async Task Client_lets_the_call_override_the_settings()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Always(Script.Text("好。"));
        var options = new ChatOptions
        {
            ModelId = "other",
            Instructions = "简短。",
            Temperature = 0.5f,
            TopP = 0.25f,
            MaxOutputTokens = 33,
            StopSequences = ["###", "END"],
        };

        await bench.Chat().GetResponseAsync([new ChatMessage(ChatRole.User, "问")], options);

        var request = bench.Server.Chat.Requests.Single();
        request.Model.ShouldBe("other");
        request.Messages.ShouldBe([new("system", "简短。"), new("user", "问")]);
        request.Field("temperature").ShouldBe("0.5");
        request.Field("top_p").ShouldBe("0.25");
        request.Field("max_tokens").ShouldBe("33");
        request.Field("stop").ShouldBe("""["###","END"]""");
    }

    [Fact]
    public async Task Client_sends_no_temperature_when_the_setting_is_empty()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Always(Script.Text("好。"));

        await bench.Chat(o => o.Temperature = null).AskAsync();

        bench.Server.Chat.Requests.Single().Has("temperature").ShouldBeFalse();
    }

    [Theory]
    [InlineData("sk-abc123", "Bearer sk-abc123")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public async Task Client_sends_the_key_or_nothing_when_there_is_none(string? key, string? header)
    {
        await using var bench = await ModelBench.StartAsync(new() { ApiKey = string.IsNullOrEmpty(key) ? null : key });
        bench.Server.Chat.Always(Script.Text("好。"));

        await bench.Chat(o => o.ApiKey = key).AskAsync();

        bench.Server.Chat.Requests.Single().Authorization.ShouldBe(header);
    }

    [Fact]
    public async Task Client_takes_an_address_with_a_slash_at_its_end()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Always(Script.Text("好。"));

        var response = await bench.Chat(o => o.BaseUrl += "/").AskAsync();

        response.Text.ShouldBe("好。");
    }

    [Fact]
    public async Task Client_refuses_what_it_would_not_send()
    {
        await using var bench = await ModelBench.StartAsync();
        var client = bench.Chat();
        var tools = new ChatOptions { Tools = [new HostedWebSearchTool()] };
        var json = new ChatOptions { ResponseFormat = ChatResponseFormat.Json };
        var picture = new ChatMessage(ChatRole.User, [new UriContent("https://example.cn/a.png", "image/png")]);

        await Should.ThrowAsync<NotSupportedException>(client.GetResponseAsync("问", tools));
        await Should.ThrowAsync<NotSupportedException>(client.GetResponseAsync("问", json));
        await Should.ThrowAsync<NotSupportedException>(client.GetResponseAsync([picture]));
        bench.Server.Chat.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Client_does_not_send_a_prompt_that_is_longer_than_the_setting()
    {
        await using var bench = await ModelBench.StartAsync();

        var exception = await bench.Chat(o => o.MaxInputCharacters = 1000).AskAsync(new string('字', 1001)).ShouldFailAsync(ModelFailure.ContextTooLong);

        exception.Message.ShouldContain("Model:Chat:MaxInputCharacters");
        bench.Server.Chat.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("stream_options")]
    [InlineData("max_tokens")]
    [InlineData("temperature")]
    public async Task Client_leaves_out_a_field_that_the_server_refuses_and_remembers_it(string field)
    {
        await using var bench = await ModelBench.StartAsync(new() { RefusedFields = [field] });
        bench.Server.Chat.Always(Script.Text("好。"));
        var client = bench.Chat();

        (await client.AskAsync()).Text.ShouldBe("好。");
        (await client.AskAsync()).Text.ShouldBe("好。");

        // Refused requests don't reach the script, so these are the two that worked.
        bench.Server.Chat.Requests.Length.ShouldBe(2);
        bench.Server.Chat.Requests.ShouldAllBe(r => !r.Has(field));
        bench.Server.RefusedRequests.ShouldBe(1);
        bench.Server.Chat.Requests[1].Has(field == "max_tokens" ? "max_completion_tokens" : "max_tokens").ShouldBeTrue();
    }

    [Fact]
    public async Task Client_learns_several_refused_fields_in_one_call()
    {
        await using var bench = await ModelBench.StartAsync(new() { RefusedFields = ["stream_options", "max_tokens", "temperature"] });
        bench.Server.Chat.Always(Script.Text("好。"));

        (await bench.Chat(o => o.Attempts = 1).AskAsync()).Text.ShouldBe("好。");
    }

    [Fact]
    public async Task Client_gives_up_when_a_field_it_needs_is_refused()
    {
        await using var bench = await ModelBench.StartAsync(new() { RefusedFields = ["messages"] });

        await bench.Chat().AskAsync().ShouldFailAsync(ModelFailure.BadResponse);

        bench.Server.RefusedRequests.ShouldBe(1);
    }
}
