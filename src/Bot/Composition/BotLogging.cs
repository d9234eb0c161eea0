using Microsoft.Extensions.Logging.Console;

namespace Bot.Composition;

/// <summary>Logs go to the error stream, one line each; warnings and worse unless Logging:LogLevel says otherwise.</summary>
internal static class BotLogging
{
    public static ILoggingBuilder AddBotLogging(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.SetMinimumLevel(LogLevel.Warning).AddConfiguration(configuration.GetSection("Logging"));
        // What keeps the host from starting is told to the person in the program's own words.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = Console.IsErrorRedirected ? LoggerColorBehavior.Disabled : LoggerColorBehavior.Default;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return logging;
    }
}
