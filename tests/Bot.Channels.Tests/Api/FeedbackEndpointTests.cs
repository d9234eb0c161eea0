using System.Net;
using System.Text.Json;

namespace Bot.Channels.Tests;

public sealed class FeedbackEndpointTests
{
    [Theory]
    [InlineData("""{"answer":"figure","vote":"up"}""", true, null)]
    [InlineData("""{"answer":"figure","vote":"down","comment":"  年份不对 "}""", false, "年份不对")]
    [InlineData("""{"answer":"figure","vote":"down","comment":" "}""", false, null)]
    public async Task Feedback_keeps_a_vote_on_an_answer_given_before(string body, bool isUp, string? comment)
    {
        await using var bot = await BotServer.StartAsync();
        using var asked = await PostAsync(bot, "/api/ask", """{"question":"研发"}""");

        using var response = await PostAsync(bot, "/api/feedback", body);

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        bot.Feedback.Votes.ShouldBe([new FeedbackVote("figure", isUp, comment)]);
    }

    [Fact]
    public async Task Feedback_says_so_when_there_is_no_such_answer()
    {
        await using var bot = await BotServer.StartAsync();

        using var response = await PostAsync(bot, "/api/feedback", """{"answer":"unknown","vote":"up"}""");

        await response.ShouldBeProblemAsync(404, "not-found", "没有这个编号的回答");
    }

    [Theory]
    [InlineData("""{"vote":"up"}""", "answer-missing")]
    [InlineData("""{"answer":"a"}""", "vote-unknown")]
    [InlineData("""{"answer":"a","vote":"maybe"}""", "vote-unknown")]
    [InlineData("""{"answer":1,"vote":"up"}""", "field-unreadable")]
    [InlineData("up", "not-json")]
    public async Task Feedback_explains_what_is_wrong(string body, string type)
    {
        await using var bot = await BotServer.StartAsync();

        using var response = await PostAsync(bot, "/api/feedback", body);

        await response.ShouldBeProblemAsync(400, type, "");
    }

    [Fact]
    public async Task Feedback_limits_the_length_of_a_comment()
    {
        await using var bot = await BotServer.StartAsync();
        string body = JsonSerializer.Serialize(new { answer = "a", vote = "down", comment = new string('长', 1001) });

        using var response = await PostAsync(bot, "/api/feedback", body);

        await response.ShouldBeProblemAsync(400, "comment-too-long", "1000");
    }

    private static Task<HttpResponseMessage> PostAsync(BotServer bot, string path, string body) =>
        bot.Client.PostAsync(new Uri(path, UriKind.Relative), AskEndpointTests.Json(body));
}
