using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Several;

/// <summary>Whether an answer already says what one of the message's asks wants to know.</summary>
internal static partial class Coverage
{
    // Words that the vocabulary doesn't know may differ (覆盖 where the report has 支持); about half of them must stand there.
    private const double EnoughWords = 0.5;

    public static bool Covers(Answer answer, QuestionKind kind, AskResult ask) =>
        Holds(answer, ask.Own)
        || (ask.IsAnswered && (Says(answer, ask.Answer) || (kind is QuestionKind.Comparison && SharesFigure(answer, ask))));

    /// <summary>The line without its opening (绍兴市2019年：), its markers and closing mark.</summary>
    public static string Body(string line) => Opening().Replace(Marker().Replace(line, ""), "").Trim(' ', '。', '-');

    private static bool Says(Answer answer, Answer own)
    {
        var said = Marker().Replace(answer.Text, "");
        return own.Text.Split('\n').Where(l => Marker().IsMatch(l)).All(l => said.Contains(Body(l), StringComparison.Ordinal));
    }

    private static bool SharesFigure(Answer answer, AskResult ask) =>
        ask.Answer.Computed.All(answer.Computed.Contains)
        && ask.Answer.Figures.Any(f => IsAsked(f.Figure, ask.Own) && answer.Figures.Any(g => g.Figure == f.Figure));

    // 现有 asks for a total, which reports often state without a word for it.
    private static bool IsAsked(Figure figure, QuestionReading own) =>
        own.Aspects.IsEmpty || own.Aspects.Contains(figure.Aspect)
        || (own.Aspects.Contains(FigureAspect.Cumulative) && figure.Aspect is FigureAspect.Level);

    // An ask that finds nothing, or something else, by itself may lean on words that only the whole message has: one line of the
    // answer to the whole that has its words, and a number of its kind, tells what it asks.
    /// <summary>Whether an answer's own words tell what an ask wants to know: cheap, for the ask need not be answered.</summary>
    public static bool Holds(Answer answer, QuestionReading own)
    {
        if (answer is not Answer.Answered || own.IsPremise || own.Kind is QuestionKind.Contact or QuestionKind.OffTopic)
            return false;
        if (own.Status is AskedStatus.Target && !answer.Figures.Any(f => f.Figure.Status is FigureStatus.Target))
            return false;
        return (own.Aspects.IsEmpty || answer.Figures.Any(f => IsAsked(f.Figure, own)))
            && answer.Text.Split('\n').Where(l => Marker().IsMatch(l)).Any(l => Holds(Marker().Replace(l, ""), own));
    }

    private static bool Holds(string line, QuestionReading own)
    {
        var folded = TextFolding.Fold(line);
        if (!IsOfPlaceAndTime(folded, own) || !Levels.Agree(own.AskedLevels, Levels.Of(folded)) || own.Attributes.Any(a => !a.Any(w => folded.Contains(w, StringComparison.Ordinal))))
            return false;
        var known = own.Terms.Where(t => t is { IsKnown: true, Weight: >= 1 }).ToList();
        var words = own.Terms.Where(t => !t.IsKnown && t.Weight > TopicReader.AskingPairWeight).ToList();
        if (known.Any(t => TermMatch.In(folded, t) == 0)
            || words.Where(t => TermMatch.In(folded, t) > 0).Sum(t => t.Weight) < EnoughWords * words.Sum(t => t.Weight))
            return false;
        // Without a subject of its own it asks for a further number about the same.
        return !own.AsksNumber
            ? known.Count + words.Count > 0
            : !SentenceNumbers.Fitting(line, own.Units).IsEmpty
                && (known.Count > 0 || SentenceNumbers.Fitting(line, [AskedUnit.Any]).Length > 1);
    }

    // Every statement opens with its place and time, unless its own words say them.
    private static bool IsOfPlaceAndTime(string folded, QuestionReading own) =>
        (own.Years.IsEmpty || own.Years.All(y => folded.Contains(y.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))
        && own.Regions.Where(r => !r.IsGuess).All(r => folded.Contains(TextFolding.Fold(r.Region.ShortName ?? r.Region.Name), StringComparison.Ordinal));

    [GeneratedRegex(@"\[\d{1,3}\]")]
    public static partial Regex Marker();

    [GeneratedRegex("^(- )?[^：:，,。]{1,30}[：:]")]
    private static partial Regex Opening();
}
