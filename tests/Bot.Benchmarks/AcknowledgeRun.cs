using System.Globalization;
using Bot.TestServers;

namespace Bot.Benchmarks;

/// <summary>
/// Members of a loopback WeCom who write to the built program at the same moment, again and again: how long their messages take to be
/// acknowledged and to be answered. The first round is that of a program just started.
/// </summary>
internal sealed class AcknowledgeRun(string program, int members)
{
    private const int Rounds = 6;

    public async Task RunAsync()
    {
        await using var server = await LoopbackWeCom.StartAsync();
        string[] names = [.. Enumerable.Range(0, members).Select(i => string.Create(CultureInfo.InvariantCulture, $"member{i}"))];
        foreach (var name in names)
            server.Members.Add(name);
        using var bot = await BotProcess.StartAsync(program,
        [
            ("WeCom__BaseUrl", server.Url),
            ("WeCom__QuestionsPerMinute", "0"),
            ("WeCom__App__CorpId", LoopbackWeCom.CorpId),
            ("WeCom__App__AgentId", LoopbackWeCom.AgentId.ToString(CultureInfo.InvariantCulture)),
            ("WeCom__App__Secret", LoopbackWeCom.Secret),
            ("WeCom__App__Token", LoopbackWeCom.Token),
            ("WeCom__App__EncodingAesKey", LoopbackWeCom.EncodingAesKey),
        ]);
        server.Callback = new Uri(bot.Http.BaseAddress!, "/wecom/app"); // it was started at one
        var questions = await bot.QuestionsAsync(members);
        for (var round = 0; round < Rounds; round++)
        {
            Console.WriteLine(round == 0 ? "just started" : "warm");
            await AskAsync(server, names, questions);
        }
        LoadReport.Print("resident after", $"{bot.ResidentMegabytes:F0} MB");
    }

    private static async Task AskAsync(LoopbackWeCom server, string[] names, string[] questions)
    {
        var before = server.Messages.Length;
        var asked = TimeProvider.System.GetTimestamp();
        var taken = await Task.WhenAll(names.Select((name, i) => server.SayAsync(name, questions[i])));
        await server.UntilAsync(() => server.Messages.Skip(before).Select(m => m.To).Distinct().Count() == names.Length);
        LoadReport.Print("acknowledged", taken.Select(t => t.Elapsed));
        LoadReport.Print("", $"{taken.Count(t => t is { IsTaken: true, Tries: 1 })} of {names.Length} at the first try; all answered after {TimeProvider.System.GetElapsedTime(asked).TotalMilliseconds:F0} ms");
    }
}
