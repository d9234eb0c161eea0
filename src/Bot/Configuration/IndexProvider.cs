namespace Bot.Configuration;

/// <summary>What holds the reports.</summary>
internal enum IndexProvider
{
    /// <summary>Files in Storage:Directory, of this bot alone.</summary>
    Sqlite,

    /// <summary>A Qdrant server, which several bots may share.</summary>
    Qdrant,
}
