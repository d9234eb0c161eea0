using Microsoft.Extensions.Configuration.CommandLine;

namespace Bot.Configuration;

/// <summary>
/// Where settings come from, the later over the earlier: built-in defaults, appsettings.json in the
/// <see cref="ProgramHome"/>, environment variables (Web__Url), the command line (--Web:Url=…).
/// </summary>
internal static class BotConfiguration
{
    public const string File = "appsettings.json";

    /// <param name="overrides">Command line settings in .NET's form, --Key=value.</param>
    /// <exception cref="ConfigurationException">appsettings.json is no readable JSON.</exception>
    public static IConfigurationRoot Read(IEnumerable<string> overrides)
    {
        var path = ProgramHome.Locate(File);
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(path, optional: true, reloadOnChange: false)
                .AddEnvironmentVariables()
                .Add(new CommandLineConfigurationSource { Args = [.. overrides] })
                .Build();
        }
        catch (InvalidDataException e)
        {
            var reason = e.InnerException?.InnerException?.Message ?? e.InnerException?.Message ?? e.Message;
            throw new ConfigurationException($"{path} 不是有效的 JSON / is not valid JSON: {reason}", e);
        }
    }
}
