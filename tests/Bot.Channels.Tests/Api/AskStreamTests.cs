using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Bot.Answers;

namespace Bot.Channels.Tests;

public sealed class AskStreamTests
{
    [Fact]
    public async Task Stream_sends_the_pieces_then_the_whole_answer()
    {
        await using var bot = await BotServer.StartAsync();

        using var response = await OpenAsync(bot, CancellationToken.None);
        var events = await ReadAsync(response);

        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/event-stream");
        response.Headers.CacheControl?.NoStore.ShouldBeTrue();
        events.SkipLast(1).ShouldAllBe(item => item.EventType == "piece");
        events[^1].EventType.ShouldBe("answer");
        string pieces = string.Concat(events.SkipLast(1).Select(item => Property(item, "text")));
        pieces.ShouldBe(SampleAnswers.Figure.Text);
        Property(events[^1], "text").ShouldBe(pieces);
        Property(events[^1], "id").ShouldBe("figure");
        bot.Feedback.Remembered.Keys.ShouldBe(["figure"]);
    }

    [Fact]
    public async Task Stream_sends_a_piece_before_the_next_is_there()
    {
        var rest = new TaskCompletionSource();
        await using var bot = await BotServer.StartAsync(new ScriptedAnswerer(SampleAnswers.Figure) { Pause = rest.Task });

        using var response = await OpenAsync(bot, CancellationToken.None);
        await using var events = SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator();
        await events.MoveNextAsync();
        var first = events.Current;
        rest.SetResult();

        first.EventType.ShouldBe("piece");
    }

    [Fact]
    public async Task Stream_ends_with_a_problem_when_answering_fails_midway()
    {
        await using var bot = await BotServer.StartAsync(
            new ScriptedAnswerer(SampleAnswers.Figure) { Pause = Task.FromException(new TaskCanceledException("the model timed out")) });

        using var response = await OpenAsync(bot, CancellationToken.None);
        var events = await ReadAsync(response);

        events.Select(item => item.EventType).ShouldBe(["piece", "error"]);
        Property(events[^1], "type").ShouldBe("urn:bot:problem:failure");
        events[^1].Data.ShouldNotContain("timed out");
    }

    [Fact]
    public async Task Stream_is_cancelled_when_the_client_leaves()
    {
        var answerer = new ScriptedAnswerer(SampleAnswers.Figure) { Pause = new TaskCompletionSource().Task };
        await using var bot = await BotServer.StartAsync(answerer);
        using var leaving = new CancellationTokenSource();
        using var response = await OpenAsync(bot, leaving.Token);
        var body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[1]);

        var reading = body.CopyToAsync(Stream.Null, leaving.Token);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => reading);

        await answerer.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));
        bot.Feedback.Remembered.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stream_is_refused_with_a_plain_problem_when_the_question_is_bad()
    {
        await using var bot = await BotServer.StartAsync();
        using var request = Request("""{"question":" "}""");

        using var response = await bot.Client.SendAsync(request);

        await response.ShouldBeProblemAsync(400, "question-empty", "question");
    }

    private static HttpRequestMessage Request(string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = AskEndpointTests.Json(body) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return request;
    }

    private static async Task<HttpResponseMessage> OpenAsync(BotServer bot, CancellationToken cancellationToken)
    {
        using var request = Request("""{"question":"研发投入多少？"}""");
        return await bot.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static async Task<List<SseItem<string>>> ReadAsync(HttpResponseMessage response)
    {
        var events = new List<SseItem<string>>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
            events.Add(item);
        return events;
    }

    private static string? Property(SseItem<string> item, string name) =>
        JsonDocument.Parse(item.Data).RootElement.GetProperty(name).GetString();
}
