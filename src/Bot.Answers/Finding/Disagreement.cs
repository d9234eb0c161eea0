using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Finding;

/// <summary>
/// Whether two statements of the reports contradict each other. Precision first: a contradiction that is none would be a wrong
/// answer, so everything the text says of the two must be the same but the value.
/// </summary>
internal static class Disagreement
{
    // Words shorter than this (企业, 基金) name things too general to be one matter by their name alone.
    private const int TellingWords = 4;

    public static bool Between(LedgerFigure a, LedgerFigure b) =>
        IsSound(a.Figure) && IsSound(b.Figure)
        && a.Figure.Region == b.Figure.Region
        && a.Figure.Status == b.Figure.Status
        && a.Figure.Period == b.Figure.Period
        && AreOfOneKind(a.Figure, b.Figure)
        && !StandTogether(a, b)
        && !Rounding.Agree(a.Figure, b.Figure)
        && !FigureIdentity.IsPart(a) && !FigureIdentity.IsPart(b)
        && FigureIdentity.ModifierOf(a) == FigureIdentity.ModifierOf(b)
        && FigureIdentity.IsOfWholeRegion(a) && FigureIdentity.IsOfWholeRegion(b);

    // Differences are measured against whatever the clause before named: too loose to be held against each other.
    private static bool IsSound(Figure figure) =>
        figure.Doubt is null && figure.Period is not null && figure.Status != FigureStatus.Unclear
        && figure.Aspect is not FigureAspect.Difference
        // What part of its own target was reached is of one target among several.
        && !(figure.Base is { } of && (of.Contains("目标", StringComparison.Ordinal) || of.Contains("任务", StringComparison.Ordinal)))
        && (figure.Indicator is not null
            || (FigureIdentity.NameOf(figure).Length >= TellingWords && figure.Aspect is not (FigureAspect.Growth or FigureAspect.Rank)));

    // A unit that one statement leaves out is no other unit.
    private static bool AreOfOneKind(Figure a, Figure b) =>
        FigureIdentity.AreOfOneKind(a, b)
        || (a.Unit.Length == 0 && FigureIdentity.AreOfOneKind(a with { Unit = b.Unit }, b))
        || (b.Unit.Length == 0 && FigureIdentity.AreOfOneKind(a, b with { Unit = a.Unit }));

    // The same sentence, or rows of one table, tell of two things.
    private static bool StandTogether(LedgerFigure a, LedgerFigure b) =>
        a.Paragraph.Report == b.Paragraph.Report
        && (a.Figure.Sentence == b.Figure.Sentence
            || (a.Paragraph.Paragraph.Kind is ParagraphKind.TableRow && b.Paragraph.Paragraph.Kind is ParagraphKind.TableRow));
}
