using Bot.Commands;
using Bot.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Parts;

/// <summary>What one command of the program wrote and returned.</summary>
internal sealed record BotRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs the program's entry in this process, over the plain reader.</summary>
    public static async Task<BotRun> OfAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var program = new BotProgram(new BotConsole(output, error, IsTerminal: false), ReadPlainly);
        var exitCode = await program.RunAsync(arguments, timeout.Token);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The same, on folders of the test's own.</summary>
    public static Task<BotRun> OnAsync(TemporaryFolder corpus, TemporaryFolder storage, params string[] arguments) =>
        OfAsync([.. arguments, $"--Corpus:Folder={corpus.Path}", $"--Storage:Directory={storage.Path}", "--Corpus:SettleMilliseconds=50"]);

    private static void ReadPlainly(IServiceCollection services) => services.AddSingleton<OpenReading>(PlainReading.OpenAsync);
}
