using System.Collections.Immutable;
using Bot.Answers.Understanding;

namespace Bot.Answers.Conversations;

/// <summary>Fills in what a follow-up question leaves unsaid from the turn before it.</summary>
internal static class FollowUp
{
    // Less than about two words of its own: the question leans on what was spoken of before.
    private const double FewWords = 2.2;

    // With words of its own, what was spoken of before only helps to choose.
    private const double Carried = 0.45;

    public static QuestionReading Merge(QuestionReading reading, ConversationTurn? before)
    {
        if (before is null || reading.Kind is QuestionKind.Greeting or QuestionKind.Injection or QuestionKind.Contact)
            return reading;
        var own = OwnWeight(reading);
        var isBare = own < 0.5;
        // A question that names its place and its subject stands by itself; so does one with enough words of its own.
        var leans = reading.IsContinuation && reading.Regions.IsEmpty;
        if (!isBare && (own >= FewWords || !reading.Regions.IsEmpty) && !leans)
            return reading with { IsSelf = reading.IsSelf || (before.IsSelf && reading.Kind is QuestionKind.Measure) };
        // A new subject of the vocabulary replaces the old one, unless the words point back (这个贷款).
        var isNewSubject = reading.Terms.Any(t => t.IsKnown && t.Weight >= 1.5) && !reading.Folded.Contains('这', StringComparison.Ordinal);
        var factor = isNewSubject ? 0 : isBare ? 1 : Carried;
        var carried = before.Terms
            .Where(t => !reading.Terms.Any(own => own.Words.Intersect(t.Words).Any()))
            .Where(_ => factor > 0)
            .Select(t => t with { Weight = t.Weight * factor });
        // After a measure, 那2020年的目标呢 asks for no measure.
        var lacksKind = !reading.AsksNumber && reading.Kind is QuestionKind.Open && !(before.Kind is QuestionKind.Measure && reading.Status is AskedStatus.Target);
        return reading with
        {
            Terms = [.. reading.Terms, .. carried],
            Kind = lacksKind ? before.Kind : reading.Kind,
            Units = lacksKind ? before.Units : reading.Units,
            Aspects = lacksKind && reading.Aspects.IsEmpty ? before.Aspects : reading.Aspects,
            Status = reading.Status == AskedStatus.Any && isBare && reading.Years.IsEmpty ? before.Status : reading.Status,
            IsSelf = reading.IsSelf || before.IsSelf,
        };
    }

    /// <summary>Whether the question, read by itself, leaves unsaid what it is about or where.</summary>
    public static bool Leans(QuestionReading own) =>
        IsAboutReports(own) && (own.Regions.IsEmpty || OwnWeight(own) < FewWords);

    /// <summary>Its words point back, but nothing of what was spoken of before is in how it was understood.</summary>
    public static bool InheritsNothing(QuestionReading own, QuestionReading merged, ConversationTurn? before) =>
        own.IsContinuation && merged.Terms.Length == own.Terms.Length && merged.Kind == own.Kind && (before is null || !own.Regions.IsEmpty);

    /// <summary>Neither a greeting nor an attempt at the bot itself, nor anything else that no report is asked for.</summary>
    public static bool IsAboutReports(QuestionReading reading) =>
        reading.Kind is not (QuestionKind.Greeting or QuestionKind.Thanks or QuestionKind.Injection or QuestionKind.Contact or QuestionKind.OffTopic);

    private static double OwnWeight(QuestionReading reading) =>
        reading.Terms.Where(t => t.IsKnown || t.Weight >= 0.5).Sum(t => t.Weight);

    public static ConversationTurn Turn(QuestionReading reading, ConversationTurn? before, Answer answer, ImmutableArray<TopicTerm> named) => new(
        answer.Citations.IsEmpty || !reading.Regions.IsEmpty
            ? reading.Regions.IsEmpty ? before?.Regions ?? [] : [.. reading.Regions.Select(r => r.Region.Name)]
            : [.. answer.Citations.Select(c => c.Region).OfType<string>().Distinct()],
        reading.Years.IsEmpty ? before?.Years ?? [] : reading.Years,
        reading.Status,
        reading.Kind,
        reading.Aspects,
        reading.Units,
        [.. named, .. reading.Terms],
        reading.IsSelf);
}
