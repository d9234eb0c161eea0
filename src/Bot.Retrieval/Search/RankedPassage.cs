namespace Bot.Retrieval;

/// <summary>A passage found, by indices: of its segment in the snapshot, of its report and of itself in the segment.</summary>
/// <param name="Score">In units of 1/65,536; see <see cref="TermWorth"/>.</param>
internal readonly record struct RankedPassage(int Score, int Segment, int Report, int Passage);
