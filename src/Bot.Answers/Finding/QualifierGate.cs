using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Composing;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Finding;

/// <summary>
/// Whether a figure is of the very kind asked about: total or newly added, growth or level, invention patents or all.
/// A true figure of another kind in the place of the answer would be a wrong answer.
/// </summary>
internal static class QualifierGate
{
    private const double NearlyAsGood = 0.8;

    // From here the ledger's figures are about what was asked, so that they tell its time, status and place as well.
    private const double IsAbout = 0.2;

    /// <summary>True when some figure of the sentence is of the kind asked; sentences without known figures go by their words.</summary>
    public static bool Passes(EvidenceSentence sentence, QuestionReading reading, Scope scope, ImmutableArray<TopicTerm> terms)
    {
        if (!Levels.Agree(reading.AskedLevels, Levels.Of(sentence.Folded)))
            return false;
        // What a report says of a standard (每户奖励15万元) is no figure of the ledger; asked for support, it is the answer.
        if (reading.AsksSupport && sentence.Figures.Any(f => f.Doubt?.StartsWith("政策标准", StringComparison.Ordinal) == true))
            return HasAttributes(sentence.Folded, reading);
        var (known, recall) = About(sentence, reading, terms);
        // Of a year that isn't written, none may be asked for.
        if (known.Count == 0 && !scope.Years.IsEmpty && !sentence.Figures.IsEmpty && sentence.Figures.All(f => f.Doubt?.Contains("年份未写明", StringComparison.Ordinal) == true)
            && !scope.Years.Any(y => sentence.Text.Contains(y.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))
            return false;
        if (known.Count == 0)
            return HasAttributes(sentence.Folded, reading);
        // One and the same figure must be of the kind, the time and the status: last year's result beside this year's target is neither.
        return known.Any(f => Passes(f, sentence, reading) && (recall < IsAbout || IsInScope(f, sentence, reading, scope)));
    }

    private static bool IsInScope(Figure figure, EvidenceSentence sentence, QuestionReading reading, Scope scope) =>
        FigureChoice.Fits(figure, sentence, scope.Years, scope.Status) && FigureChoice.IsOfPlace(figure, sentence, reading);

    // The figures that go by the question's words as well as any of the sentence, or nearly: another indicator's total
    // in the same sentence says nothing of the one asked about. Of several things asked for, each has figures of its own.
    private static (List<Figure> Figures, double Recall) About(EvidenceSentence sentence, QuestionReading reading, ImmutableArray<TopicTerm> terms)
    {
        var known = sentence.Figures
            .Where(f => f.Doubt is null)
            .Select(f => (Figure: f, Recall: FigureChoice.Recall(f, terms)))
            .ToList();
        var best = known.Select(k => k.Recall).DefaultIfEmpty().Max();
        return ([.. known.Where(k => reading.Asks > 1 || k.Recall >= best * NearlyAsGood).Select(k => k.Figure)], best);
    }

    private static bool Passes(Figure figure, EvidenceSentence sentence, QuestionReading reading)
    {
        var own = TextFolding.Fold($"{figure.Words} {figure.Indicator} {figure.Base}");
        var clause = TextFolding.Fold(ClauseOf(figure, sentence));
        return IsOfAspect(figure, clause, reading.Aspects)
            && IsOfMonths(figure, sentence, reading)
            && HasAttributes(own + "\n" + clause, reading);
    }

    // Of several things asked for, each has attributes of its own: one of them is enough.
    private static bool HasAttributes(string text, QuestionReading reading) =>
        reading.Attributes.IsEmpty
        || (reading.Asks > 1
            ? reading.Attributes.Any(a => a.Any(w => text.Contains(w, StringComparison.Ordinal)))
            : reading.Attributes.All(a => a.Any(w => text.Contains(w, StringComparison.Ordinal))));

    /// <summary>Whether a figure is of one of the asked aspects, or of one that a report may well word like it.</summary>
    public static bool IsOfAspect(Figure figure, EvidenceSentence sentence, ImmutableHashSet<FigureAspect> asked) =>
        IsOfAspect(figure, TextFolding.Fold(ClauseOf(figure, sentence)), asked);

    private static bool IsOfAspect(Figure figure, string clause, ImmutableHashSet<FigureAspect> asked)
    {
        if (asked.IsEmpty || asked.Contains(figure.Aspect))
            return true;
        return figure.Aspect switch
        {
            // A level without words of adding is a stock; with them it was done in the year.
            FigureAspect.Level => (asked.Contains(FigureAspect.Cumulative) && !SpeaksOfAdding(clause))
                || (asked.Contains(FigureAspect.New) && !SpeaksOfStock(clause)),
            FigureAspect.NetIncrease => asked.Contains(FigureAspect.Growth),
            FigureAspect.Difference => asked.Contains(FigureAspect.Growth),
            _ => false,
        };
    }

    private static bool IsOfMonths(Figure figure, EvidenceSentence sentence, QuestionReading reading)
    {
        if (reading.Months is not { } asked)
            return true;
        return figure.Period is { } period
            ? (period.FromMonth, period.ToMonth) == asked
            : sentence.Folded.Contains(FormattableString.Invariant($"{asked.To}月"), StringComparison.Ordinal);
    }

    private static bool SpeaksOfAdding(string clause) =>
        clause.Contains("新增", StringComparison.Ordinal) || clause.Contains("新认定", StringComparison.Ordinal) || clause.Contains("新引进", StringComparison.Ordinal);

    private static bool SpeaksOfStock(string clause) =>
        clause.Contains("现有", StringComparison.Ordinal) || clause.Contains("已有", StringComparison.Ordinal) || clause.Contains("纳入", StringComparison.Ordinal)
        || clause.Contains("经认定", StringComparison.Ordinal) || clause.Contains("共有", StringComparison.Ordinal);

    // The clause the figure stands in, and the one before it, which may hold its subject.
    private static string ClauseOf(Figure figure, EvidenceSentence sentence)
    {
        var at = figure.Span.Start - sentence.Source.Paragraph.Span.Start - sentence.Sentence.Span.Start;
        var clauses = Clauses.Of(sentence.Text);
        for (var i = 0; i < clauses.Length; i++)
        {
            if (at >= clauses[i].End)
                continue;
            var own = clauses[i].Of(sentence.Text);
            return figure.Words.Length > 1 && own.Contains(figure.Words, StringComparison.Ordinal)
                ? own
                : sentence.Text[clauses[Math.Max(0, i - 1)].Start..clauses[i].End];
        }

        return sentence.Text;
    }
}
