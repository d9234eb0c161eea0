using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Commands;
using Bot.Corpus;
using Bot.Reading;
using Bot.Retrieval;
using Bot.Tests.Parts;
using Bot.TestServers;

namespace Bot.Tests.Processes;

/// <summary>The whole program with its reports in Qdrant: one bot through an outage, and several over one corpus.</summary>
public sealed class QdrantBotTests : IAsyncLifetime
{
    private LoopbackQdrant _server = null!; // set by InitializeAsync before any test runs

    public async Task InitializeAsync()
    {
        _server = await LoopbackQdrant.StartAsync();
        _server.ApiKey = QdrantBot.Key;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Bot_starts_without_Qdrant_says_so_everywhere_and_reads_its_folder_once_it_is_there()
    {
        await using var bot = new QdrantBot(_server);
        bot.Corpus.WriteOld("甲.txt", QdrantBot.Report("甲市", 128));
        var down = _server.Refuse(Refusal.Down);
        await bot.StartAsync();

        var told = await bot.Events.NextAsync<ReadingEvent.IndexUnavailable>();
        using var ready = await bot.Client.GetAsync(new Uri("/readyz", UriKind.Relative));
        using var asked = await bot.AskAsync("甲市");
        using var listed = await bot.Client.GetAsync(new Uri("/api/reports", UriKind.Relative));
        var state = await ready.Content.ReadFromJsonAsync<JsonElement>();
        var problem = await asked.Content.ReadFromJsonAsync<JsonElement>();
        down.Dispose();
        await bot.Events.NextAsync<ReadingEvent.Finished>();
        var answer = await bot.AnswerAsync("甲市");

        told.Problem.ShouldContain("连不上 Qdrant");
        (ready.StatusCode, state.GetProperty("status").GetString()).ShouldBe((HttpStatusCode.ServiceUnavailable, "unavailable"));
        state.GetProperty("problems")[0].GetString()!.ShouldContain("can't be reached");
        (asked.StatusCode, listed.StatusCode).ShouldBe((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable));
        problem.GetProperty("type").GetString().ShouldBe("urn:bot:problem:index-unavailable");
        problem.GetProperty("detail").GetString()!.ShouldContain("Index:Qdrant:Urls");
        $"{told}{state}{problem}".ShouldNotContain(QdrantBot.Key);
        answer.GetProperty("text").GetString()!.ShouldContain("128家");
    }

    [Fact]
    public async Task Bot_whose_Qdrant_dies_says_so_and_afterwards_reads_what_came_meanwhile()
    {
        await using var bot = new QdrantBot(_server);
        bot.Corpus.WriteOld("甲.txt", QdrantBot.Report("甲市", 128));
        await bot.StartAsync();
        await bot.Events.NextAsync<ReadingEvent.Finished>();

        var down = _server.Refuse(Refusal.Down);
        using var asked = await bot.AskAsync("甲市");
        using var page = await PageAsync(bot, "/reports/甲");
        var streamed = await StreamAsync(bot);
        bot.Corpus.WriteOld("乙.txt", QdrantBot.Report("乙市", 64));
        await bot.Events.NextAsync<ReadingEvent.IndexUnavailable>();
        down.Dispose();
        await bot.Events.NextAsync<ReadingEvent.Read>();

        (asked.StatusCode, page.StatusCode).ShouldBe((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable));
        (await page.Content.ReadAsStringAsync()).ShouldContain("暂时查不到报告");
        streamed.ShouldContain("event: error");
        streamed.ShouldContain("index-unavailable");
        (await bot.AnswerAsync("乙市")).GetProperty("text").GetString()!.ShouldContain("64家");
        (await bot.AnswerAsync("甲市")).GetProperty("text").GetString()!.ShouldContain("128家");
    }

    [Fact]
    public async Task Bots_over_one_corpus_answer_from_all_reports_and_follow_only_their_own_folders()
    {
        await using var first = new QdrantBot(_server);
        await using var second = new QdrantBot(_server);
        var file = first.Corpus.WriteOld("甲.txt", QdrantBot.Report("甲市", 128));
        await first.RunAsync("ingest");

        var empty = await second.RunAsync("ask", QdrantBot.Question("甲市"));
        second.Corpus.WriteOld("乙.txt", QdrantBot.Report("乙市", 64));
        second.Corpus.WriteOld("甲.txt", QdrantBot.Report("甲市", 1));
        await second.RunAsync("ingest");
        var shared = (await first.RunAsync("ask", QdrantBot.Question("乙市")), await second.RunAsync("ask", QdrantBot.Question("甲市")));
        File.Delete(file);
        await first.RunAsync("ingest");
        await second.RunAsync("ingest");
        var taken = await first.RunAsync("ask", QdrantBot.Question("甲市"));

        empty.Out.ShouldContain("128家");
        shared.Item1.Out.ShouldContain("64家");
        shared.Item2.Out.ShouldContain("128家");
        taken.Out.ShouldContain("甲市新认定高新技术企业1家"); // the second's file of that name, once the first's is gone
    }

    [Fact]
    public async Task Correction_over_Qdrant_is_made_where_the_report_was_read_and_seen_by_every_bot()
    {
        await using var first = new QdrantBot(_server);
        await using var second = new QdrantBot(_server);
        first.Corpus.WriteOld("甲.txt", QdrantBot.Report("甲市", 128));
        await first.RunAsync("ingest");

        await using (var storage = second.OpenStorage())
            (await CorrectAsync(storage.Index, storage.Corrections!)).ShouldBeOfType<CorrectionOutcome.Gone>().Problem.ShouldContain("另一台");
        await using (var storage = first.OpenStorage())
            (await CorrectAsync(storage.Index, storage.Corrections!)).ShouldBeOfType<CorrectionOutcome.Corrected>();

        foreach (var bot in (QdrantBot[])[second, first])
        {
            await using var storage = bot.OpenStorage();
            var figures = (await storage.Index.FindFiguresAsync(new FigureQuery(IsCorrected: true), default)).Figures;
            figures.ShouldHaveSingleItem().Figure.Region.ShouldBe("乙市");
        }
    }

    [Fact]
    public async Task Command_says_that_Qdrant_is_away_with_exit_code_4()
    {
        await using var bot = new QdrantBot(_server);
        using var down = _server.Refuse(Refusal.Down);

        foreach (var command in (string[][])[["ask", "多少家？"], ["ingest"], ["reports"]])
        {
            var run = await bot.RunAsync(command);

            run.ExitCode.ShouldBe(ExitCode.Unavailable);
            run.Error.ShouldContain("连不上 Qdrant");
            run.Error.ShouldContain("Index:Qdrant:Urls");
            $"{run.Out}{run.Error}".ShouldNotContain(QdrantBot.Key);
        }
    }

    [Theory]
    [InlineData("Index:Qdrant:Urls", "--Index:Qdrant:Urls=qdrant")]
    [InlineData("Index:Qdrant:Collection", "--Index:Qdrant:Collection=报告")]
    [InlineData("Index:Qdrant:ApiKey", "--Index:Qdrant:ApiKey=top secret")]
    [InlineData("Index:Provider", "--Index:Provider=Lucene")]
    public async Task Setting_that_cannot_be_used_is_named_with_exit_code_2(string named, string setting)
    {
        await using var bot = new QdrantBot(_server);
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exitCode = await new BotProgram(new BotConsole(output, error, IsTerminal: false)).RunAsync(
            ["ask", "多少家？", $"--Corpus:Folder={bot.Corpus.Path}", $"--Storage:Directory={bot.Corpus.PathOf("data")}", "--Index:Provider=Qdrant", setting]);

        exitCode.ShouldBe(ExitCode.Misconfigured);
        error.ToString().ShouldContain(named);
        error.ToString().ShouldContain("is not allowed");
        error.ToString().ShouldNotContain("top secret");
    }

    private static async Task<CorrectionOutcome> CorrectAsync(IReportIndex index, IFigureCorrections corrections)
    {
        var read = (await index.FindFiguresAsync(new FigureQuery(), default)).Figures[0];
        return await corrections.CorrectAsync(
            new ParagraphAddress(read.Paragraph.Report, read.Paragraph.Paragraph.Number), read.Number, read.Sentence,
            new FigureMeaning("乙市", "国家高新技术企业", Period.OfYear(2019), 128, "家", FigureStatus.Achieved, FigureAspect.New, null), null, default);
    }

    private static async Task<HttpResponseMessage> PageAsync(QdrantBot bot, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)) { Headers = { { "Accept", "text/html" } } };
        return await bot.Client.SendAsync(request);
    }

    private static async Task<string> StreamAsync(QdrantBot bot)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/ask", UriKind.Relative))
        {
            Headers = { { "Accept", "text/event-stream" } },
            Content = JsonContent.Create(new { question = QdrantBot.Question("甲市") }),
        };
        using var response = await bot.Client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
