using System.Net;
using System.Net.Sockets;
using Bot.Models.Tests.Parts;
using Bot.TestServers;

namespace Bot.Models.Tests.Chat;

public sealed class ChatFailureTests
{
    public static TheoryData<string, ModelFailure> Failures => new()
    {
        { "401", ModelFailure.Unauthorized },
        { "403", ModelFailure.Unauthorized },
        { "402", ModelFailure.RateLimited },
        { "429", ModelFailure.RateLimited },
        { "404", ModelFailure.NotFound },
        { "500", ModelFailure.ServerError },
        { "503", ModelFailure.ServerError },
        { "418", ModelFailure.BadResponse },
        { "302", ModelFailure.BadResponse },
        { "openai context", ModelFailure.ContextTooLong },
        { "vllm context", ModelFailure.ContextTooLong },
        { "dashscope context", ModelFailure.ContextTooLong },
        { "azure filter", ModelFailure.Refused },
        { "dashscope filter", ModelFailure.Refused },
        { "deepseek model", ModelFailure.NotFound },
        { "dashscope key", ModelFailure.Unauthorized },
        { "dashscope money", ModelFailure.RateLimited },
        { "filter in stream", ModelFailure.Refused },
        { "refusal", ModelFailure.Refused },
        { "error in stream", ModelFailure.ServerError },
        { "unknown finish", ModelFailure.ServerError },
        { "empty", ModelFailure.EmptyOutput },
        { "blank", ModelFailure.EmptyOutput },
        { "only thoughts", ModelFailure.EmptyOutput },
        { "malformed json", ModelFailure.BadResponse },
        { "malformed stream", ModelFailure.BadResponse },
        { "web page", ModelFailure.BadResponse },
        { "unfinished", ModelFailure.BadResponse },
        { "cut off", ModelFailure.Unreachable },
        { "abort", ModelFailure.Unreachable },
        { "endless", ModelFailure.BadResponse },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_is_named_with_cause_and_remedy_in_both_languages(string what, ModelFailure failure)
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(ScriptOf(what));

        var exception = await bench.Chat(o => (o.Attempts, o.MaxOutputTokens) = (1, 100)).AskAsync().Soon().ShouldFailAsync(failure);

        exception.Message.ShouldContain(" | ");
        exception.Message.ShouldStartWith("对话模型 test-chat（127.0.0.1:");
        bench.Logs.All.ShouldHaveSingleItem().ShouldContain(failure.ToString());
        bench.Server.Chat.Requests.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Failure_is_unreachable_when_nothing_listens()
    {
        await using var bench = await ModelBench.StartAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var exception = await bench.Chat(o => (o.Attempts, o.BaseUrl) = (1, $"http://127.0.0.1:{port}/v1")).AskAsync().ShouldFailAsync(ModelFailure.Unreachable);

        exception.Message.ShouldContain("Model:Chat:BaseUrl");
    }

    [Fact]
    public async Task Failure_is_not_found_when_the_address_lacks_its_path()
    {
        await using var bench = await ModelBench.StartAsync();

        var exception = await bench.Chat(o => o.BaseUrl = o.BaseUrl!.Replace("/v1", "", StringComparison.Ordinal)).AskAsync().ShouldFailAsync(ModelFailure.NotFound);

        exception.Message.ShouldContain("/v1");
    }

    [Fact]
    public async Task Failure_names_the_model_when_the_server_does_not_have_it()
    {
        await using var bench = await ModelBench.StartAsync(new() { Models = ["present"] });
        bench.Server.Chat.Always(Script.Text("好。"));

        var exception = await bench.Chat(o => o.Model = "absent").AskAsync().ShouldFailAsync(ModelFailure.NotFound);

        exception.Message.ShouldContain("absent");
        exception.Message.ShouldContain("Model:Chat:Model");
    }

    [Theory]
    [InlineData("sk-proj-Zx81-QQ77-long-secret-key")]
    [InlineData("ab9")]
    [InlineData("plainwordkey")]
    public async Task Failure_shows_no_key_when_the_server_echoes_it(string key)
    {
        await using var bench = await ModelBench.StartAsync(new() { ApiKey = "the right one" });

        var exception = await bench.Chat(o => o.ApiKey = key).AskAsync().ShouldFailAsync(ModelFailure.Unauthorized);

        var seen = string.Join('\n', [exception.ToString(), .. bench.Logs.All, bench.Health.Of(ModelKind.Chat)!.ToString()]);
        seen.ShouldNotContain(key);
        seen.ShouldContain("***");
        seen.ShouldContain("Model:Chat:ApiKey");
    }

    [Theory]
    [InlineData("Incorrect API key provided: sk-proj-****wxyz.", "wxyz")]
    [InlineData("Key ends in ...long-secret", "long-secret")]
    [InlineData("bad header Bearer abcdefg", "abcdefg")]
    [InlineData("someone else's sk-1234567890", "1234567890")]
    [InlineData("[{'msg': 'Input should be valid', 'input': {'messages': 'the whole prompt'}}]", "prompt")]
    public void Mask_takes_out_pieces_of_keys_and_echoed_prompts(string said, string secret)
    {
        var masked = new SecretMask("sk-proj-abcd-long-secret").Masked(said);

        masked.ShouldNotContain(secret);
    }

    [Fact]
    public void Mask_leaves_a_servers_words_on_one_short_line()
    {
        var masked = new SecretMask(null).Masked("The model `x` does\nnot exist.\t" + new string('a', 1000));

        masked.ShouldStartWith("The model `x` does not exist. aaa");
        masked.Length.ShouldBeLessThan(210);
    }

    private static Script ScriptOf(string what) => what switch
    {
        "openai context" => Script.Error(400, "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens.", "context_length_exceeded"),
        "vllm context" => Script.Error(400, "'max_tokens' or 'max_completion_tokens' is too large: 5000. This model's maximum context length is 4096 tokens."),
        "dashscope context" => Script.Error(400, "Range of input length should be [1, 30720]", "invalid_parameter_error"),
        "azure filter" => Script.Error(400, "The response was filtered due to the prompt triggering content management policy.", "content_filter"),
        "dashscope filter" => Script.Error(400, "Output data may contain inappropriate content.", "data_inspection_failed"),
        "deepseek model" => Script.Error(400, "Model Not Exist", "invalid_request_error"),
        "dashscope key" => Script.Error(400, "Incorrect API key provided. ", "invalid_api_key"),
        "dashscope money" => Script.Error(400, "Access denied, please make sure your account is in good standing.", "Arrearage"),
        "filter in stream" => Script.Finish("content_filter", "半句"),
        "refusal" => Script.Body("text/event-stream", "data: {\"choices\":[{\"delta\":{\"refusal\":\"I can't.\"}}]}\n\n"),
        "error in stream" => Script.Body("text/event-stream", "data: {\"error\":{\"message\":\"CUDA out of memory\"}}\n\n"),
        "unknown finish" => Script.Finish("insufficient_system_resource", "半句"),
        "empty" => Script.Empty(),
        "blank" => Script.Stream(" ", "\n"),
        "only thoughts" => Script.Finish("length", "<think>想不完"),
        "malformed json" => Script.MalformedJson(),
        "malformed stream" => Script.MalformedStream(),
        "web page" => Script.Body("text/html", "<html>Please sign in</html>"),
        "unfinished" => Script.Unfinished("半句"),
        "cut off" => Script.CutOff("半句"),
        "abort" => Script.Abort(),
        "endless" => Script.Endless("又一句。"),
        _ => Script.Error(int.Parse(what, System.Globalization.CultureInfo.InvariantCulture), "some text"),
    };
}
