using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Bot.Answers.Generating;
using Bot.Answers.Tests.Answering;
using Bot.Models;
using Bot.TestServers;
using Microsoft.Extensions.Logging;

namespace Bot.Answers.Tests.Generating;

/// <summary>Reports, a scripted model server, and the answerer between them.</summary>
internal sealed partial class GeneratingBench : IAsyncDisposable, ILogger<GenerativeAnswerer>, ILogger<OpenAiChatClient>
{
    private readonly ReportShelf _shelf;
    private readonly OpenAiChatClient _client;

    private GeneratingBench(ReportShelf shelf, ScriptedModelServer server, ChatModelOptions options, TimeProvider time)
    {
        _shelf = shelf;
        Server = server;
        Health = new ModelHealth(time);
        options.BaseUrl ??= server.BaseUrl;
        options.Model ??= "test-chat";
        _client = new OpenAiChatClient(options, Health, time, this);
        Answerer = new GenerativeAnswerer(
            time == TimeProvider.System ? shelf.Answerer() : new Answerer(shelf.Index, time),
            shelf.Index,
            _client,
            PromptLibrary.Load(PromptFolder),
            new GeneratingLimits(options.MaxInputCharacters, TimeSpan.FromSeconds(options.BudgetSeconds)),
            time,
            this,
            _client.NoteOutOfTime);
    }

    public ScriptedModelServer Server { get; }

    public ModelHealth Health { get; }

    public GenerativeAnswerer Answerer { get; }

    public ConcurrentQueue<string> Warnings { get; } = new();

    public static string PromptFolder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
                folder = folder.Parent ?? throw new InvalidOperationException("The solution is not above the tests.");
            return Path.Combine(folder.FullName, "prompts");
        }
    }

    /// <summary>The model is asked to mend sentences.</summary>
    public static bool IsRepair(ScriptedRequest request) =>
        request.Prompt.Contains("待改的句子", StringComparison.Ordinal) || request.Prompt.Contains("Sentences to mend", StringComparison.Ordinal);

    /// <summary>Text with {words} replaced by the marker of the paragraph that holds them.</summary>
    public static string Fill(string text, ScriptedRequest request) =>
        Place().Replace(text, m => $"[{NumberOf(request, m.Groups["words"].Value)}]");

    public static Task<GeneratingBench> StartAsync(Action<ChatModelOptions>? change = null, TimeProvider? time = null) =>
        StartAsync([GeneratedReports.Jiangbei2022, GeneratedReports.Jiangbei2021, GeneratedReports.Xihe], change, time);

    public static async Task<GeneratingBench> StartAsync(string[] reports, Action<ChatModelOptions>? change = null, TimeProvider? time = null, ScriptedModelServerOptions? kind = null)
    {
        var options = new ChatModelOptions();
        change?.Invoke(options);
        return new(await ReportShelf.OfAsync(reports), await ScriptedModelServer.StartAsync(kind), options, time ?? TimeProvider.System);
    }

    public Task<Answer> AskAsync(string question, string? conversation = null) =>
        Answerer.AnswerAsync(new Question(question, conversation), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));

    public async Task<(string Pieces, Answer Whole)> StreamAsync(string question, string? conversation = null)
    {
        var pieces = "";
        await foreach (var part in Answerer.StreamAsync(new Question(question, conversation), CancellationToken.None))
        {
            if (part is AnswerPart.Piece piece)
                pieces += piece.Text;
            if (part is AnswerPart.Whole whole)
                return (pieces, whole.Answer);
        }
        throw new InvalidOperationException("No whole.");
    }

    /// <summary>What the rules say by themselves.</summary>
    public Task<Answer> ExtractiveAsync(string question) => _shelf.AskAsync(question);

    /// <summary>The number under which the prompt shows the paragraph that holds these words.</summary>
    public static int NumberOf(ScriptedRequest request, string words)
    {
        var prompt = request.Prompt;
        var start = Math.Max(prompt.IndexOf("资料段落（数据", StringComparison.Ordinal), prompt.IndexOf("Numbered paragraphs (data", StringComparison.Ordinal));
        var lines = prompt[start..].Split('\n');
        var at = Array.FindIndex(lines, l => l.Contains(words, StringComparison.Ordinal) && !l.StartsWith('['));
        while (at >= 0 && !lines[at].StartsWith('['))
            at--;
        return at < 0 ? 0 : int.Parse(lines[at][1..lines[at].IndexOf(']', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\{(?<words>[^{}]+)\}")]
    private static partial Regex Place();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Server.DisposeAsync();
        _shelf.Dispose();
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Warning)
            Warnings.Enqueue(formatter(state, exception));
    }
}
