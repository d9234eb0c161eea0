using Spectre.Console;

namespace Bot.Commands;

/// <summary>Where a command writes: results to <paramref name="Out"/>, everything else to <paramref name="Error"/>.</summary>
/// <param name="IsTerminal">Whether a person looks at <paramref name="Out"/>; if not, plain text goes there.</param>
internal sealed record BotConsole(TextWriter Out, TextWriter Error, bool IsTerminal)
{
    // Lines of a file or a pipe are not wrapped; the widest table must fit.
    private const int PlainWidth = 1000;

    public static BotConsole OfProcess()
    {
        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(Console.Out, Console.Error, !Console.IsOutputRedirected);
    }

    /// <summary>Out as Spectre sees it: coloured and as wide as the terminal, or plain and unwrapped.</summary>
    public IAnsiConsole CreateScreen()
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Out),
        });
        if (!IsTerminal)
            screen.Profile.Width = PlainWidth;
        return screen;
    }
}
