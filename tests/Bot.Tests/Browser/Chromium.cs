namespace Bot.Tests.Browser;

/// <summary>The browser installed on this machine: that of the environment variable CHROMIUM, else the first of the usual names.</summary>
internal static class Chromium
{
    public const string Absence = "No browser: install chromium, or name one in the environment variable CHROMIUM.";

    private static readonly string[] s_usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Null: there is none.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? File.Exists(named) ? named : null
        : Array.Find(s_usual, File.Exists);
}
