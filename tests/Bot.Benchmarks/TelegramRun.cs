using Bot.TestServers;

namespace Bot.Benchmarks;

/// <summary>
/// Persons who ask the built program at the same time, each in a chat of their own, over a Bot API server in memory whose answers take a
/// network's time; then one person who types inline queries.
/// </summary>
/// <param name="delay">From a call to its answer.</param>
internal sealed class TelegramRun(string program, int persons, TimeSpan delay)
{
    private const int InlineQueries = 100;

    public async Task RunAsync()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        using var slow = server.Hold((call, stop) => call.Method == "getUpdates" ? Task.CompletedTask : Task.Delay(delay, stop));
        using var bot = await BotProcess.StartAsync(program, [("Telegram__Token", LoopbackTelegram.Token), ("Telegram__BaseUrl", server.Url)]);
        await UntilAsync(() => server.Calls.Any(c => c.Method == "getUpdates"));
        var questions = await bot.QuestionsAsync(persons);
        LoadReport.Print("resident before", $"{bot.ResidentMegabytes:F0} MB");
        Console.WriteLine("just started");
        await AskAsync(server, bot, questions, firstPerson: 1_000_000);
        Console.WriteLine("warm");
        await AskAsync(server, bot, questions, firstPerson: 2_000_000);
        await TypeAsync(server, questions);
    }

    private async Task AskAsync(LoopbackTelegram server, BotProcess bot, string[] questions, long firstPerson)
    {
        var processor = bot.ProcessorTime;
        var people = Enumerable.Range(0, persons).Select(i => firstPerson + i).ToHashSet();
        var asked = TimeProvider.System.GetUtcNow();
        foreach (var person in people)
        {
            server.AddPerson(person);
            server.Say(person, person, questions[(int)(person - firstPerson)]);
        }
        // Some wait for others' turns: the pace is 30 messages a second over all chats.
        await UntilAsync(() => people.All(person => server.Chat(person).OfBot.Any(m => m.Buttons.Length > 0)));
        var calls = server.Calls.Where(c => people.Contains(c.ChatId)).ToLookup(c => c.ChatId);
        LoadReport.Print("first sign (typing)", calls.Select(c => c.Min(call => call.At) - asked));
        LoadReport.Print("first words", calls.Select(c => c.Where(IsWords).Min(call => call.At) - asked));
        LoadReport.Print("answer sent", calls.Select(c => c.Where(call => call.Method == "sendMessage").Max(call => call.At) - asked));
        LoadReport.Print("answered", $"{calls.Count(c => c.Count(call => call.Method == "sendMessage" && call.Code == 200) == 1)} of {persons} once; refused calls {server.Calls.Count(c => c.Code != 200)}; {calls.Sum(c => c.Count())} calls");
        LoadReport.Print("processor time", $"{(bot.ProcessorTime - processor).TotalSeconds:F1} s");
        LoadReport.Print("resident after", $"{bot.ResidentMegabytes:F0} MB");
    }

    private static async Task TypeAsync(LoopbackTelegram server, string[] questions)
    {
        var times = new List<TimeSpan>();
        foreach (var words in Enumerable.Range(0, InlineQueries).Select(i => questions[i % questions.Length].Split('年')[0]))
        {
            var typed = TimeProvider.System.GetUtcNow();
            var query = server.Inline(1_000_000, words);
            await server.UntilAsync(() => server.InlineAnswer(query) is not null);
            times.Add(server.Calls.Last(c => c.Method == "answerInlineQuery").At - typed);
        }
        LoadReport.Print("inline, to the answer", times);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(50);
    }

    private static bool IsWords(TelegramCall call) => call.Method is "sendMessage" or "sendMessageDraft" && call.Text is { Length: > 0 };
}
