using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Bot.Channels.Tests;

public sealed partial class PageTests
{
    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/assets/css/base.css", "text/css")]
    [InlineData("/assets/js/main.js", "text/javascript")]
    [InlineData("/assets/favicon.svg", "image/svg+xml")]
    [InlineData("/favicon.ico", "image/svg+xml")]
    public async Task Page_files_come_with_their_type_and_a_tag(string path, string type)
    {
        await using var bot = await BotServer.StartAsync();

        using var response = await bot.Client.GetAsync(new Uri(path, UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType?.MediaType.ShouldBe(type);
        response.Headers.ETag.ShouldNotBeNull();
        response.Headers.CacheControl?.NoCache.ShouldBeTrue();
    }

    [Fact]
    public async Task Page_file_is_not_sent_again_when_the_browser_has_it()
    {
        await using var bot = await BotServer.StartAsync();
        using var first = await bot.Client.GetAsync(new Uri("/assets/js/main.js", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/js/main.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag ?? EntityTagHeaderValue.Any);

        using var second = await bot.Client.SendAsync(request);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_names_only_files_that_are_served_and_none_from_elsewhere()
    {
        await using var bot = await BotServer.StartAsync();
        string page = await bot.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        string[] named = [.. LinkedFile().Matches(page).Select(match => match.Groups[1].Value)];

        var responses = await Task.WhenAll(named.Select(file => bot.Client.GetAsync(new Uri("/" + file, UriKind.Relative))));

        named.ShouldContain("assets/js/main.js");
        named.ShouldAllBe(file => file.StartsWith("assets/"));
        responses.ShouldAllBe(response => response.StatusCode == HttpStatusCode.OK);
        page.ShouldNotContain("style=");
        page.ShouldNotContain("<style");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/reports")]
    [InlineData("/reports/linjiang_2021")]
    [InlineData("/reports/nowhere")]
    [InlineData("/assets/nothing.js")]
    [InlineData("/healthz")]
    [InlineData("/figures")]
    [InlineData("/api/figures")]
    [InlineData("/api/figures/corrections")]
    public async Task Every_response_carries_the_security_headers(string path)
    {
        await using var bot = await BotServer.StartAsync();

        using var response = await bot.Client.GetAsync(new Uri(path, UriKind.Relative));

        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'self'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldContain("frame-ancestors 'none'");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task Lost_page_lists_the_reports_there_are()
    {
        await using var bot = await BotServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/some/where");
        request.Headers.Accept.ParseAdd("text/html");

        using var response = await bot.Client.SendAsync(request);
        string page = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        page.ShouldContain("没有这个网页");
        page.ShouldContain("href=\"../reports/linjiang_2021\"");
    }

    [GeneratedRegex("<(?:link|script|img)[^>]*(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex LinkedFile();
}
