using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;
using Bot.Configuration;
using Bot.Retrieval;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary>The program from its arguments to its exit code.</summary>
/// <param name="replace">Puts other parts in place of the program's own, before they are; for tests.</param>
internal sealed class BotProgram(BotConsole console, Action<IServiceCollection>? replace = null)
{
    // Ctrl-C: how long a command may take to end before the process ends anyway. Messages on their way are seen through meanwhile, on a
    // machine that may be busy.
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(15);

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken = default)
    {
        var (settings, rest) = ConfigurationArguments.Split(arguments);
        var parsed = BotCommandLine.Create(command => new CommandSetup(console, settings, command, replace))
            .Parse([.. rest], new ParserConfiguration { ResponseFileTokenReplacer = null }); // a question may begin with @
        var invocation = new InvocationConfiguration
        {
            Output = console.Out,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = s_farewell,
        };
        if (parsed.Action is ParseErrorAction mistake)
            return await ExplainAsync(mistake, parsed, invocation, cancellationToken);
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (ConfigurationException e)
        {
            console.Error.WriteLine(e.Message);
            return ExitCode.Misconfigured;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failure;
        }
        catch (OptionsValidationException e)
        {
            console.Error.WriteLine(string.Join(Environment.NewLine, e.Failures));
            return ExitCode.Misconfigured;
        }
        catch (IndexUnavailableException e)
        {
            console.Error.WriteLine($"暂时查不到报告 / The reports can't be searched now: {e.Message}");
            return ExitCode.Unavailable;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException)
        {
            console.Error.WriteLine($"文件或数据目录出了问题：{e.Message}\n  Files or the data folder (Storage:Directory) can't be used: {e.GetType().Name}.");
            return ExitCode.Failure;
        }
    }

    private async Task<int> ExplainAsync(
        ParseErrorAction mistake, ParseResult parsed, InvocationConfiguration invocation, CancellationToken cancellationToken)
    {
        mistake.ShowHelp = false;
        console.Error.WriteLine("命令行有误 / The command line can't be understood:");
        invocation.Output = console.Error;
        await parsed.InvokeAsync(invocation, cancellationToken);
        console.Error.WriteLine("用 --help 查看用法 / --help shows how to use it.");
        return ExitCode.Misconfigured;
    }
}
