using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Finding;

/// <summary>Chooses the figure that answers: by its own words first, by its sentence second.</summary>
internal static partial class FigureChoice
{
    /// <summary>A figure with the sentence it stands in and how well it answers, 0 to about 1.</summary>
    internal readonly record struct Scored(Figure Figure, EvidenceSentence Sentence, double Score);

    /// <summary>Sound figures of the right status, time and kind of number, best first.</summary>
    public static IEnumerable<Scored> Rank(
        QuestionReading reading, ImmutableArray<int> years, AskedStatus status, Evidence evidence) =>
        evidence.Sentences
            .Where(s => s.Match > Faint)
            .SelectMany(s => s.Figures.Select(f => (Sentence: s, Figure: f)))
            .Where(c => IsSound(c.Figure, c.Sentence, reading) && Fits(c.Figure, c.Sentence, years, status) && FitsUnit(c.Figure, reading.Units))
            .Select(c => new Scored(c.Figure, c.Sentence, Score(c.Figure, c.Sentence, reading, evidence.Terms)))
            .OrderByDescending(c => c.Score)
            // Of several years in one row, the latest is meant where none is named.
            .ThenByDescending(c => c.Figure.Status is FigureStatus.Achieved ? c.Figure.Period?.ToYear : null);

    // Figures live as long as the sentences that are kept prepared.
    private static readonly ConditionalWeakTable<Figure, string> OwnWords = [];

    private const double Strayed = 0.12;

    private static readonly ConditionalWeakTable<QuestionReading, ImmutableHashSet<string>> AskedIndicators = [];

    // A sentence that holds less of the question states no figure that answers it.
    private const double Faint = 0.08;

    public static bool SameUnit(Figure a, Figure b) => Units.KindOf(a.Unit) == Units.KindOf(b.Unit);

    /// <summary>The sound figures of one sentence with how well each answers.</summary>
    public static ImmutableArray<Scored> In(EvidenceSentence sentence, QuestionReading reading, ImmutableArray<TopicTerm> terms) =>
        [.. sentence.Figures
            .Where(f => IsSound(f, sentence, reading) && FitsUnit(f, reading.Units))
            .Select(f => new Scored(f, sentence, Score(f, sentence, reading, terms)))];

    /// <summary>Whether the ledger knows a figure of the sentence in a unit that was asked for (in a table the unit may stand apart).</summary>
    public static bool AnyOfUnit(EvidenceSentence sentence, QuestionReading reading) =>
        sentence.Figures.Any(f => FitsUnit(f, reading.Units));

    /// <summary>How well the best figure of a sentence goes by its own words, 0 to 1; null when the sentence has no sound figure.</summary>
    public static double? BestIn(EvidenceSentence sentence, QuestionReading reading, ImmutableArray<TopicTerm> terms)
    {
        double? best = null;
        foreach (var figure in sentence.Figures)
        {
            if (IsSound(figure, sentence, reading) && FitsUnit(figure, reading.Units))
                best = Math.Max(best ?? 0, (0.75 * Recall(figure, terms)) + (0.25 * Precision(figure.Words, terms)) - Straying(figure, sentence, reading));
        }

        return best;
    }

    /// <summary>
    /// Whether the number that the sentence would answer with is one that staff corrected away from the question: marked as
    /// unusable, or of another time, status or indicator than it was read to be.
    /// </summary>
    public static bool IsCorrectedAway(
        EvidenceSentence sentence, QuestionReading reading, ImmutableArray<int> years, AskedStatus status, ImmutableArray<TopicTerm> terms)
    {
        if (sentence.Figures.All(f => f.Correction is null))
            return false;
        var asRead = sentence.Figures
            .Where(f => FitsUnit(f.Correction?.Read ?? f, reading.Units))
            .OrderByDescending(f => Score(f.Correction?.Read ?? f, sentence, reading, terms))
            .FirstOrDefault();
        return asRead is { Correction: not null }
            && (!IsSound(asRead, sentence, reading) || !Fits(asRead, sentence, years, status) || Recall(asRead, terms) < Recall(asRead.Correction.Read, terms) / 2);
    }

    // Not in doubt, not of another region that the report only compares itself with, and of no other level than asked.
    private static bool IsSound(Figure figure, EvidenceSentence sentence, QuestionReading reading) =>
        figure.Doubt is null
        && IsOfPlace(figure, sentence, reading)
        && Levels.Agree(reading.AskedLevels, Levels.Of(TextFolding.Fold(figure.Words)));

    /// <summary>Of the report's own region, or of another that the question names.</summary>
    public static bool IsOfPlace(Figure figure, EvidenceSentence sentence, QuestionReading reading) =>
        figure.Region is null
        || reading.Regions.Any(r => r.Region.Name == figure.Region)
        || (figure.Region == sentence.Source.Metadata.Region && !(reading.Regions.IsEmpty && RegionReader.AsksCountry(reading.Folded)));

    /// <summary>Whether a figure is a result or a target as asked, and of one of the years.</summary>
    public static bool Fits(Figure figure, EvidenceSentence sentence, ImmutableArray<int> years, AskedStatus status)
    {
        if (status is AskedStatus.Achieved && figure.Status != FigureStatus.Achieved)
            return false;
        if (status is AskedStatus.Target && figure.Status != FigureStatus.Target)
            return false;
        return years.IsEmpty
            || (figure.Period is { } period ? years.Any(period.Covers) && !(years.Length == 1 && IsFlowOfYears(figure, period)) : Eligibility.InYears(sentence, years));
    }

    // What was added in five years was not added in the last of them.
    private static bool IsFlowOfYears(Figure figure, Period period) =>
        period.FromYear != period.ToYear && figure is { Status: FigureStatus.Achieved, Aspect: FigureAspect.New or FigureAspect.NetIncrease };

    private static bool FitsUnit(Figure figure, ImmutableHashSet<AskedUnit> asked)
    {
        if (asked.IsEmpty || asked.Contains(AskedUnit.Any))
            return true;
        var kind = Units.KindOf(figure.Unit);
        return asked.Any(a => a switch
        {
            AskedUnit.Money => kind == UnitKind.Money,
            AskedUnit.Percent => kind is UnitKind.Percent or UnitKind.Points,
            AskedUnit.Rank => figure.Aspect == FigureAspect.Rank,
            AskedUnit.Count => kind == UnitKind.Count && figure.Aspect != FigureAspect.Rank,
            _ => true,
        });
    }

    private static double Score(Figure figure, EvidenceSentence sentence, QuestionReading reading, ImmutableArray<TopicTerm> terms)
    {
        var status = reading.Status is AskedStatus.Any && figure.Status is FigureStatus.Target ? -0.08 : 0;
        return (0.5 * Recall(figure, terms)) + (0.2 * Precision(figure.Words, terms)) + (0.3 * sentence.Match) + Aspect(figure, reading) + status - Straying(figure, sentence, reading);
    }

    /// <summary>True where every figure of a sentence that could answer is of a part (其中…) that wasn't asked for.</summary>
    public static bool TellsPartOnly(EvidenceSentence sentence, QuestionReading reading)
    {
        if (AskedOf(reading).IsEmpty)
            return false;
        var fitting = sentence.Figures.Where(f => IsSound(f, sentence, reading) && FitsUnit(f, reading.Units)).Select(f => new LedgerFigure(f, sentence.Source)).ToList();
        return fitting.Count > 0
            && (fitting.TrueForAll(f => FigureIdentity.IsPart(f) && !FigureIdentity.IsNamedIn(f, reading.Folded))
                // 低于全市平均水平0.7个百分点 tells no level.
                || (!AsksDifference(reading) && fitting.TrueForAll(f => f.Figure.Aspect is FigureAspect.Difference)));
    }

    /// <summary>How far apart, or by how much it changed, is asked for.</summary>
    public static bool AsksDifference(QuestionReading reading) =>
        reading.Aspects.Contains(FigureAspect.Difference) || reading.Aspects.Contains(FigureAspect.Growth) || Apart().IsMatch(reading.Folded);

    [GeneratedRegex("差|高出|高多少|高几|低多少|低几|高于|低于|提高|提升|增|涨|升|降|减|回落|变化|快|慢|点|point|differ|increase|rise|rose|grow|change")]
    private static partial Regex Apart();

    private static ImmutableHashSet<string> AskedOf(QuestionReading reading) =>
        AskedIndicators.GetValue(reading, static r => [.. IndicatorVocabulary.Default.Find(Capitals(r.Folded)).Select(m => m.Indicator.Name)]);

    // A part (装备制造业R&D经费, 其中吸纳…) or another indicator (企业研发经费) says less than the whole that was asked for.
    private static double Straying(Figure figure, EvidenceSentence sentence, QuestionReading reading)
    {
        var asked = AskedOf(reading);
        if (asked.IsEmpty)
            return 0;
        if (figure.Indicator is { } known)
        {
            if (!asked.Contains(known))
                return Strayed;
        }
        else if (IndicatorVocabulary.Default.Find(figure.Words) is [.., { Span.Start: > 1 } end] && end.Span.End == figure.Words.Length && asked.Contains(end.Indicator.Name)
            && !reading.Folded.Contains(TextFolding.Fold(figure.Words[..end.Span.Start]), StringComparison.Ordinal))
        {
            return Strayed;
        }

        var stated = new LedgerFigure(figure, sentence.Source);
        return FigureIdentity.IsPart(stated) && !FigureIdentity.IsNamedIn(stated, reading.Folded) ? Strayed : 0;
    }

    // The vocabulary's writings keep the capitals that folding takes.
    private static string Capitals(string folded) => folded.Replace("r&d", "R&D", StringComparison.Ordinal).Replace("gdp", "GDP", StringComparison.Ordinal).Replace("pct", "PCT", StringComparison.Ordinal);

    /// <summary>Share of the terms' weight that stands in a figure's own words: 0 to 1.</summary>
    public static double Recall(Figure figure, ImmutableArray<TopicTerm> terms)
    {
        var own = OwnWords.GetValue(figure, static f => TextFolding.Fold($"{f.Words} {f.Indicator} {f.Base} {f.Qualifier}") + AspectWords(f.Aspect));
        var (held, asked) = (0.0, 0.0);
        foreach (var term in terms)
        {
            asked += term.Weight;
            held += term.Weight * TermMatch.In(own, term);
        }

        return asked == 0 ? 0 : held / asked;
    }

    // The ledger takes them off the indicator's words.
    private static string AspectWords(FigureAspect aspect) => aspect switch
    {
        FigureAspect.New => " 新增 新认定",
        FigureAspect.NetIncrease => " 净增",
        FigureAspect.Cumulative => " 累计 总数 总量",
        FigureAspect.Growth => " 增长 增速 增幅 同比",
        _ => "",
    };

    // 申报高新技术企业 says more than 高新技术企业 was asked: what the question has no word for counts against it.
    private static double Precision(string words, ImmutableArray<TopicTerm> terms)
    {
        var folded = TextFolding.Fold(words);
        if (folded.Length == 0)
            return 0;
        var covered = new bool[folded.Length];
        foreach (var word in terms.SelectMany(t => t.Words))
        {
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + 1, StringComparison.Ordinal))
                Array.Fill(covered, true, at, word.Length);
        }

        return (double)covered.Count(c => c) / folded.Length;
    }

    private static double Aspect(Figure figure, QuestionReading reading)
    {
        if (reading.Aspects.IsEmpty)
            return figure.Aspect is FigureAspect.Growth or FigureAspect.Difference or FigureAspect.NetIncrease or FigureAspect.Rank ? -0.1 : 0;
        if (reading.Aspects.Contains(figure.Aspect))
            return 0.08;
        // A stock without a word for it (数量达到156家) is what 现有 and 总数 ask for.
        return reading.Aspects.Contains(FigureAspect.Cumulative) && figure.Aspect == FigureAspect.Level ? 0.06 : -0.05;
    }

    /// <summary>How well two figures may stand side by side: same kind of unit, same aspect, same indicator.</summary>
    public static double Likeness(Figure a, Figure b)
    {
        var unit = SameUnit(a, b) ? 0.1 : -0.4;
        var aspect = a.Aspect == b.Aspect || (IsStock(a) && IsStock(b)) ? 0.1 : -0.12;
        var indicator = a.Indicator is not null && a.Indicator == b.Indicator ? 0.12 : a.Words == b.Words ? 0.12 : 0;
        // A target and a result are set side by side for one and the same time.
        var time = a.Status != b.Status && a.Period == b.Period ? 0.1 : 0;
        return unit + aspect + indicator + time;
    }

    private static bool IsStock(Figure figure) => figure.Aspect is FigureAspect.Level or FigureAspect.Cumulative;

}
