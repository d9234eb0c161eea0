using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Generating;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Conversations;

/// <summary>
/// Decides whether a follow-up that was rewritten still asks only for what the person said: no place, year, number, indicator or word of
/// its own.
/// </summary>
internal sealed partial class RewritingGuard(QuestionReader reader, QuestionWords words, IndicatorVocabulary indicators)
{
    private const int Longest = 200;

    /// <param name="rewritten">As the model gave it.</param>
    /// <param name="said">The follow-up and the questions before it.</param>
    public bool Holds(string rewritten, ImmutableArray<string> said)
    {
        if (rewritten.Length is 0 or > Longest || !OneQuestion().IsMatch(rewritten))
            return false;
        var reading = reader.Read(rewritten);
        var readings = said.Select(reader.Read).ToList();
        return FollowUp.IsAboutReports(reading)
            && IsOfSaidPlaces(reading, readings) && IsOfSaidTimes(reading, readings)
            && HasSaidNumbers(rewritten, said, readings) && HasSaidIndicators(reading, readings)
            && (reading.Status is AskedStatus.Any || readings.Exists(r => r.Status == reading.Status || r.Status is AskedStatus.Both))
            && reading.Aspects.IsSubsetOf(readings.SelectMany(r => r.Aspects))
            && HasSaidWords(reading.Folded, string.Join('\n', readings.Select(r => r.Folded)));
    }

    // A name that only sounded like a place may have been meant as one; one outside the gazetteer is told by its words.
    private static bool IsOfSaidPlaces(QuestionReading reading, List<QuestionReading> said) =>
        reading.Regions.Where(r => !r.IsGuess).All(r => said.Exists(s =>
            s.Regions.Any(own => own.Region.Name == r.Region.Name) || s.Folded.Contains(r.Span.Of(reading.Folded), StringComparison.Ordinal)));

    private static bool IsOfSaidTimes(QuestionReading reading, List<QuestionReading> said) =>
        reading.Years.All(y => said.Exists(s => s.Years.Contains(y)))
        && (reading.RelativeYear is not { } relative || said.Exists(s => s.RelativeYear == relative))
        && (reading.Months is not { } months || said.Exists(s => s.Months == months));

    private static bool HasSaidNumbers(string rewritten, ImmutableArray<string> said, List<QuestionReading> readings) =>
        NumberSet.Of(said).Missing(rewritten).All(n => n.Kind is NumberKind.Date && readings.Exists(r => r.Years.Contains((int)n.Scaled)));

    private bool HasSaidIndicators(QuestionReading reading, List<QuestionReading> said)
    {
        var known = said.SelectMany(s => IndicatorsOf(s)).ToHashSet();
        return IndicatorsOf(reading).All(known.Contains);
    }

    private IEnumerable<string> IndicatorsOf(QuestionReading reading) =>
        indicators.Find(reading.Folded.ToUpperInvariant()).Select(m => m.Canonical);

    // Words of asking claim nothing; all others must have been said.
    private bool HasSaidWords(string folded, string said)
    {
        var rest = folded.ToCharArray();
        foreach (var (span, _) in TopicReader.AskingLists.Append("cut").SelectMany(list => words.Find(list, folded)))
            Array.Fill(rest, ' ', span.Start, span.Length);
        return Bigrams.Foreign(new string(rest), Bigrams.Of(said)) is null && ClaimWords.Default.Added(folded, said) is null;
    }

    // One line, one sentence, no markup: a question mark at its end, points only in numbers.
    [GeneratedRegex(@"^(?:[^\n\r。！!？?；;.<>{}\[\]|`]|\.(?=\d))+[？?。.]?$")]
    private static partial Regex OneQuestion();
}
