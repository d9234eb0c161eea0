using Bot.Answers.Understanding;

namespace Bot.Answers.Several;

/// <summary>What an ask leaves unsaid because the one before it in the message said it.</summary>
internal static class AskContext
{
    // A subject of two or three characters (高价值) leans on what was spoken of before; a longer one less.
    private const double ShortSubject = 2;
    private const double Carried = 0.45;

    // A piece as short as this without a word of asking of its own (科小呢) asks what was asked before.
    private const int ShortPiece = 14;

    public static QuestionReading Inherit(QuestionReading own, QuestionReading before)
    {
        if (own.Kind is QuestionKind.Contact or QuestionKind.Injection or QuestionKind.OffTopic or QuestionKind.DocumentNumber)
            return own;
        var hasSubject = own.Terms.Any(t => t is { IsKnown: true, Weight: >= 1 });
        var words = own.Terms.Where(t => !t.IsKnown && t.Weight > TopicReader.AskingPairWeight).Sum(t => t.Weight);
        var factor = hasSubject ? 0 : words >= ShortSubject ? Carried : 1;
        var carried = before.Terms
            .Where(t => factor > 0 && IsSubject(t) && !own.Terms.Any(o => o.Words.Intersect(t.Words).Any()))
            .Select(t => t with { Weight = t.Weight * factor, At = -1 });
        var lacksKind = own is { AsksNumber: false, Kind: QuestionKind.Open, IsPremise: false, AsksWho: false } && own.Folded.Length <= ShortPiece;
        var isBare = !hasSubject && words < ShortSubject;
        return own with
        {
            Terms = [.. own.Terms, .. carried],
            Kind = lacksKind ? before.Kind : own.Kind,
            Units = lacksKind ? before.Units : own.Units,
            Aspects = lacksKind && own.Aspects.IsEmpty ? before.Aspects : own.Aspects,
            Status = own.Status is AskedStatus.Any && (isBare || lacksKind) && before.Status is not AskedStatus.Both ? before.Status : own.Status,
            IsSelf = own.IsSelf || before.IsSelf,
        };
    }

    // Neither words of doing (发放), which each ask has of its own, nor of asking.
    private static bool IsSubject(TopicTerm term) => term.IsKnown ? term.Weight >= 1 : term.Weight > TopicReader.AskingPairWeight;
}
