namespace Bot.Commands;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done, or answered.</summary>
    public const int Success = 0;

    /// <summary>Something went wrong, or some file could not be read.</summary>
    public const int Failure = 1;

    /// <summary>A setting, a word of the command line, or the port can't be used: a person must change something.</summary>
    public const int Misconfigured = 2;

    /// <summary>The reports don't answer the question.</summary>
    public const int Refused = 3;

    /// <summary>The server that holds the reports can't be used now.</summary>
    public const int Unavailable = 4;
}
