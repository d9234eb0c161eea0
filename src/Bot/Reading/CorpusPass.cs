namespace Bot.Reading;

/// <summary>What one pass over the corpus folder came to.</summary>
internal enum CorpusPass
{
    /// <summary>Every file present is searchable, or noted with its problem.</summary>
    Complete,

    /// <summary>Some files are still moving or locked: another pass is due soon.</summary>
    Unsettled,

    /// <summary>The folder could not be listed.</summary>
    Unavailable,
}
