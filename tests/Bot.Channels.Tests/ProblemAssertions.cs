using System.Text.Json;

namespace Bot.Channels.Tests;

internal static class ProblemAssertions
{
    /// <summary>Asserts that a response is a problem document of RFC 9457 of this type, and that its detail holds the words.</summary>
    public static async Task ShouldBeProblemAsync(this HttpResponseMessage response, int status, string type, string words)
    {
        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("type").GetString().ShouldBe("urn:bot:problem:" + type);
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(words);
    }
}
