using Bot.Models.Tests.Parts;
using Bot.TestServers;
using Microsoft.Extensions.AI;

namespace Bot.Models.Tests.Chat;

public sealed class ChatAnswerTests
{
    [Fact]
    public async Task Stream_gives_the_pieces_as_they_come()
    {
        await using var bench = await ModelBench.StartAsync();
        Gate first = new(), second = new();
        bench.Server.Chat.Enqueue(Script.Stepped((first, "新认定"), (second, "128家[1]。")));

        var stream = bench.Chat().StreamAsync().GetAsyncEnumerator();
        var pending = stream.MoveNextAsync().AsTask();
        await bench.Server.Chat.RequestAsync(1).Soon();
        pending.IsCompleted.ShouldBeFalse();
        first.Open();
        (await pending.Soon()).ShouldBeTrue();
        stream.Current.Text.ShouldBe("新认定");
        pending = stream.MoveNextAsync().AsTask();
        pending.IsCompleted.ShouldBeFalse();
        second.Open();
        (await pending.Soon()).ShouldBeTrue();

        stream.Current.Text.ShouldBe("128家[1]。");
        await stream.DisposeAsync();
    }

    [Fact]
    public async Task Response_has_text_usage_model_and_reason()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.Text("全年完成365.2亿元[1]。"));

        var response = await bench.Chat().AskAsync("多少?");

        response.Text.ShouldBe("全年完成365.2亿元[1]。");
        response.FinishReason.ShouldBe(ChatFinishReason.Stop);
        response.ModelId.ShouldBe("test-chat");
        response.Messages.Single().Role.ShouldBe(ChatRole.Assistant);
        response.Usage!.InputTokenCount.ShouldBe(4); // the server's rule: a token per character, one per message
        response.Usage.OutputTokenCount.ShouldBe(15);
        response.Usage.TotalTokenCount.ShouldBe(19);
    }

    [Fact]
    public async Task Response_works_without_usage_when_the_server_counts_none()
    {
        await using var bench = await ModelBench.StartAsync(new() { RefusedFields = ["stream_options"] });
        bench.Server.Chat.Enqueue(Script.Text("好。"));

        var response = await bench.Chat().AskAsync();

        response.Text.ShouldBe("好。");
        response.Usage.ShouldBeNull();
    }

    [Fact]
    public async Task Response_says_so_when_the_answer_was_cut_by_its_length()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.Finish("length", "说到一半"));

        var response = await bench.Chat().AskAsync();

        response.FinishReason.ShouldBe(ChatFinishReason.Length);
    }

    [Fact]
    public async Task Response_holds_no_reasoning_when_the_model_thinks_first()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(
            Script.Reasoning("先想想有128家……", "共131家[1]。"),
            Script.Stream("<th", "ink>先想想有128家……</", "think>\n\n共", "131家[1]。"));
        var client = bench.Chat();

        (await client.AskAsync()).Text.ShouldBe("共131家[1]。");
        (await client.AskAsync()).Text.ShouldBe("共131家[1]。");
    }

    [Fact]
    public async Task Response_is_read_when_the_server_does_not_stream()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Enqueue(Script.WholeOnly("好。"));

        var response = await bench.Chat().AskAsync();

        response.Text.ShouldBe("好。");
        response.FinishReason.ShouldBe(ChatFinishReason.Stop);
        response.Usage!.OutputTokenCount.ShouldBe(2);
    }

    [Fact]
    public async Task Response_is_read_when_the_stream_has_other_line_ends_comments_and_null_fields()
    {
        await using var bench = await ModelBench.StartAsync();
        var body = ": keep-alive\r\n\r\n" +
            "data:{\"id\":\"a\",\"error\":null,\"usage\":null,\"choices\":[{\"delta\":{\"content\":\"好\"},\"finish_reason\":null}]}\r\n\r\n" +
            "data:{\"id\":\"a\",\"choices\":null}\r\n\r\n" +
            "data:{\"id\":\"a\",\"choices\":[{\"delta\":{\"content\":\"。\"},\"finish_reason\":\"\"}]}\r\n\r\n" +
            "data:[DONE]\r\n\r\n";
        bench.Server.Chat.Enqueue(Script.Body("text/event-stream; charset=utf-8", body));

        var response = await bench.Chat().AskAsync();

        response.Text.ShouldBe("好。");
    }

    [Fact]
    public async Task Answers_depend_on_the_prompt_when_the_script_is_a_function()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Always(request => Script.Text(request.Prompt.Contains("嘉兴", StringComparison.Ordinal) ? "嘉兴[1]。" : "不知道。"));
        var client = bench.Chat();

        (await client.AskAsync("嘉兴呢?")).Text.ShouldBe("嘉兴[1]。");
        (await client.AskAsync("绍兴呢?")).Text.ShouldBe("不知道。");
    }

    [Fact]
    public async Task Client_keeps_one_connection_for_answers_that_end_in_order()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Chat.Always(Script.Text("好。"));
        var client = bench.Chat();

        for (int i = 0; i < 5; i++)
            await client.AskAsync();

        bench.Server.Connections.ShouldBeLessThan(5);
    }
}
