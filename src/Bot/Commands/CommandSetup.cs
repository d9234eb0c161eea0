using System.Collections.Immutable;
using Bot.Channels;
using Bot.Composition;
using Bot.Configuration;
using Bot.Reading;
using Bot.Retrieval;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary>Prepares a command: reads and checks the configuration, then composes the parts.</summary>
/// <param name="Settings">Settings given on the command line, as --Key=value.</param>
/// <param name="Replace">See <see cref="BotProgram"/>.</param>
internal sealed record CommandSetup(
    BotConsole Console, ImmutableArray<string> Settings, CommandSettings Command, Action<IServiceCollection>? Replace)
{
    /// <exception cref="ConfigurationException">Something in it must be changed first.</exception>
    public IConfigurationRoot ReadConfiguration()
    {
        var folder = Command.CorpusFolder is { } path ? [$"--{CorpusOptions.SectionName}:{nameof(CorpusOptions.Folder)}={path}"] : Array.Empty<string>();
        var configuration = BotConfiguration.Read(Settings.Concat(folder));
        var check = ConfigurationCheck.Of(configuration);
        foreach (var warning in check.Warnings)
            Console.Error.WriteLine(warning);
        return check.Problems.IsEmpty
            ? configuration
            : throw new ConfigurationException(string.Join(Environment.NewLine, check.Problems));
    }

    /// <summary>The parts without the web server, for commands that do one thing and end. Progress goes to the error stream.</summary>
    public ServiceProvider Compose()
    {
        var configuration = ReadConfiguration();
        var services = new ServiceCollection();
        Replace?.Invoke(services);
        services.AddLogging(logging => logging.AddBotLogging(configuration));
        services.AddSingleton<IProgress<ReadingEvent>>(new ReadingLines(Console.Error, isQuietWhenUnchanged: true));
        services.AddSingleton<ReportLinks>();
        return services.AddBot(configuration).BuildServiceProvider();
    }

    /// <summary>
    /// Brings the index up to date first, so that an answer never rests on a file as it was. While another process, a
    /// running server most likely, writes to the index, that one does so.
    /// </summary>
    public static async Task RefreshAsync(IServiceProvider parts, CancellationToken cancellationToken)
    {
        await parts.GetRequiredService<IReportIndex>().ReachAsync(cancellationToken);
        if (parts.GetRequiredService<OpenedStorage>().IsReadOnly)
            return;
        var settling = parts.GetRequiredService<IOptions<CorpusOptions>>().Value.Settling;
        await parts.GetRequiredService<CorpusUpdate>().RunUntilSettledAsync(settling, settling * 4, cancellationToken);
    }

    /// <exception cref="ConfigurationException">Another process writes to the index already.</exception>
    public static void DemandWriting(IServiceProvider parts)
    {
        var directory = parts.GetRequiredService<IOptions<StorageOptions>>().Value.FullPath;
        if (parts.GetRequiredService<OpenedStorage>().IsReadOnly)
        {
            throw new ConfigurationException($"""
                数据目录 {directory} 正被另一个运行中的本程序使用：它会自己读取新报告。要另开一个，请先结束它，或另设 Storage:Directory
                  Another process of this program uses {directory}, and reads new reports itself. Stop it first, or set Storage:Directory to another folder.
                """);
        }
    }
}
