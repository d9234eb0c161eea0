using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Answers;
using Bot.Channels;
using Bot.Retrieval;

namespace Bot.Composition;

/// <summary>Keeps every answer given over HTTP, and the vote on it, in the data folder's state.db.</summary>
internal sealed partial class AnswerKeeper(FeedbackStore store, TimeProvider time) : IFeedbackSink
{
    public Task RememberAsync(Answer answer, Question question, CancellationToken cancellationToken) => store.RecordAnswerAsync(
        new AnswerRecord(
            answer.Id,
            time.GetUtcNow(),
            question.Text,
            answer.Text,
            answer is Answer.Answered ? AnswerOutcome.Answered : AnswerOutcome.Refused,
            JsonSerializer.Serialize([.. answer.Citations.Select(KeptCitation.Of)], KeptJson.Readable.KeptCitationArray),
            question.Conversation),
        cancellationToken);

    public Task<bool> RecordAsync(FeedbackVote vote, CancellationToken cancellationToken) => store.RecordFeedbackAsync(
        vote.AnswerId, vote.IsUp switch { true => Vote.Up, false => Vote.Down, null => null }, vote.Comment, time.GetUtcNow(), cancellationToken);

    /// <summary>What a marker [n] led to when the answer was given.</summary>
    private sealed record KeptCitation(int Number, string Report, int Paragraph, string Quote)
    {
        public static KeptCitation Of(Citation citation) =>
            new(citation.Number, citation.Report.Value, citation.Paragraph, citation.Quote);
    }

    [JsonSerializable(typeof(KeptCitation[]))]
    private sealed partial class KeptJson : JsonSerializerContext
    {
        public static KeptJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Chinese as it is: read by people, never part of a page
        });
    }
}
