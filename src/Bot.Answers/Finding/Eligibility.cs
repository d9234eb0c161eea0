using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Finding;

/// <summary>Whether a sentence speaks of the time asked about, and of results or plans as asked.</summary>
internal static partial class Eligibility
{
    private const double LookingBack = 0.9;

    /// <summary>True when the sentence speaks of one of these years; years that stand only in document titles don't count.</summary>
    public static bool InYears(EvidenceSentence sentence, ImmutableArray<int> years)
    {
        if (years.IsEmpty || sentence.Source.Paragraph.Kind is ParagraphKind.Metadata)
            return true;
        if (sentence.Figures.Any(f => f.Period is { } period && years.Any(period.Covers)))
            return true;
        return years.Any(y => Speaks(sentence, y)) || years.Contains(HorizonBefore(sentence));
    }

    /// <summary>0: the other kind (a plan where a result is asked); 1: as asked; between: the text doesn't tell.</summary>
    public static double StatusFit(EvidenceSentence sentence, AskedStatus asked) => (asked, sentence.Sentence.Part) switch
    {
        // Rows of tables hold both; their figures tell.
        _ when sentence.Source.Paragraph.Kind is ParagraphKind.TableRow => RowFit(sentence, asked),
        // A plan may look back (2022年末为55家): its figures tell.
        (AskedStatus.Achieved, ReportPart.Plan) => sentence.Figures.Any(f => f.Doubt is null) && sentence.Figures.All(f => f.Status is FigureStatus.Achieved) ? LookingBack : 0,
        (AskedStatus.Target, ReportPart.Summary) => sentence.Figures.Any(f => f is { Doubt: null, Status: FigureStatus.Target }) ? LookingBack : 0,
        (AskedStatus.Target or AskedStatus.Achieved, ReportPart.Unknown) => 0.8,
        _ => 1,
    };

    private static double RowFit(EvidenceSentence sentence, AskedStatus asked) => asked switch
    {
        AskedStatus.Target => sentence.Figures.Any(f => f.Status == FigureStatus.Target) ? 1 : 0,
        AskedStatus.Achieved => sentence.Figures.Any(f => f.Status == FigureStatus.Achieved) ? 1 : 0,
        _ => 1,
    };

    /// <summary>The latest target year (到2025年) that a sentence before in the paragraph sets and this one doesn't change; 0: none.</summary>
    public static int HorizonBefore(EvidenceSentence sentence)
    {
        if (sentence.Sentence.Part == ReportPart.Summary || Years().IsMatch(WithoutTitles(sentence.Folded)))
            return 0;
        var before = sentence.Source.Paragraph.Text[..sentence.Sentence.Span.Start];
        var horizons = Horizon().Matches(before);
        return horizons.Count == 0 ? 0 : int.Parse(horizons[^1].Groups["year"].Value, CultureInfo.InvariantCulture);
    }

    public static bool Speaks(EvidenceSentence sentence, int year)
    {
        if (!sentence.Sentence.Years.Contains(year))
            return false;
        var metadata = sentence.Source.Metadata;
        var own = sentence.Sentence.Part switch
        {
            ReportPart.Summary => metadata.SummaryYear,
            ReportPart.Plan => metadata.PlanYear,
            _ => null,
        };
        // A year that stands in the title of a document only, or was brought in from around, is not what the sentence speaks of.
        var bare = WithoutTitles(sentence.Folded);
        return own == year
            || bare.Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            || YearRange().IsMatch(bare)
            || (own is null && !Years().IsMatch(bare));
    }

    private static string WithoutTitles(string folded) => Titles().Replace(folded, "");

    [GeneratedRegex("《[^》]*》")]
    private static partial Regex Titles();

    [GeneratedRegex(@"(?:19|20)\d\d年")]
    private static partial Regex Years();

    [GeneratedRegex(@"(?:19|20)\d\d年?[-—~至到](?:19|20)\d\d")]
    private static partial Regex YearRange();

    [GeneratedRegex(@"(?:到|至)(?<year>20\d\d)年")]
    private static partial Regex Horizon();
}
