namespace Bot.Retrieval;

/// <summary>Where a passage stands: its report, its paragraph there and its span in that paragraph.</summary>
internal readonly record struct PassagePlace(CataloguedReport Report, PassageEntry Entry);
