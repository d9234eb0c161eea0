using Bot.Answers;
using Bot.Answers.Matching;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>What every chat platform needs of the rest of the house.</summary>
/// <param name="Store">Counts and gaps, for administrators.</param>
internal sealed record ChatRooms(
    IAnswerer Answerer,
    IReportIndex Index,
    IFeedbackSink Feedback,
    FeedbackStore Store,
    ICorpusReload Reload,
    LedgerSearch Ledger,
    ExampleQuestions Examples,
    Matchmaker Matchmaker);
