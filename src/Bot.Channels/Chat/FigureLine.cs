using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers;
using Bot.Answers.Grounding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Figures of the ledger put into an answer: a line and a citation each.</summary>
internal static class FigureLine
{
    /// <summary>规上工业企业研发费用（绍兴市，2019年1—11月）：139.69亿元</summary>
    public static string Of(LedgerFigure found)
    {
        var figure = found.Figure;
        var about = string.Join('，', new[]
        {
            figure.Region,
            figure.Period is { } period ? PeriodText.Shown(period) : null,
            figure.Status is FigureStatus.Target ? FigureNames.Of(figure.Status).Chinese : null,
            figure.Aspect is FigureAspect.Level ? null : FigureNames.Of(figure.Aspect).Chinese,
        }.OfType<string>());
        return $"{PersonalData.Mask(figure.Indicator ?? figure.Words)}{(about.Length > 0 ? $"（{about}）" : "")}：{Value(found)}";
    }

    /// <summary>The number as the report writes it, its qualifier with it; a corrected one as it was corrected.</summary>
    public static string Value(LedgerFigure found)
    {
        var figure = found.Figure;
        if (figure.Correction is not null)
            return string.Create(CultureInfo.InvariantCulture, $"{figure.Value}{figure.Unit}（人工更正）");
        var sentence = ShownSentence.Of(found);
        var number = sentence.Number is { } span ? sentence.Text[span.Start..span.End] : string.Create(CultureInfo.InvariantCulture, $"{figure.Value}{figure.Unit}");
        return figure.Qualifier is { } qualifier && !number.Contains(qualifier, StringComparison.Ordinal) && qualifier is not ("以上" or "左右" or "以内")
            ? qualifier + number
            : number + (figure.Qualifier is "以上" or "左右" or "以内" && !number.Contains(figure.Qualifier, StringComparison.Ordinal) ? figure.Qualifier : "");
    }

    /// <summary>An answer of a heading and a line per figure.</summary>
    /// <param name="lead">Lines before the figures, without numbers of their own.</param>
    public static Answer.Answered ToAnswer(string lead, IReadOnlyList<LedgerFigure> figures, string tail)
    {
        var citations = ImmutableArray.CreateBuilder<Citation>();
        var lines = figures.Select(f => $"- {Of(f)}[{Cite(f, citations)}]").ToList();
        var text = string.Join("\n\n", new[] { lead, string.Join('\n', lines), tail }.Where(part => part.Length > 0));
        return new Answer.Answered(Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture), text, AnswerMode.Extractive, citations.ToImmutable(), [], [], []);
    }

    private static int Cite(LedgerFigure found, ImmutableArray<Citation>.Builder citations)
    {
        var (stated, quote) = (found.Paragraph, ShownSentence.Of(found).Text);
        for (var i = 0; i < citations.Count; i++)
        {
            if (citations[i].Report == stated.Report && citations[i].Paragraph == stated.Paragraph.Number && citations[i].Quote == quote)
                return i + 1;
        }
        citations.Add(new Citation(
            citations.Count + 1, stated.Report, stated.Metadata.Title, stated.Metadata.Region, stated.Paragraph.Number,
            stated.Paragraph.SectionPath, quote, PersonalData.Mask(stated.Paragraph.Text)));
        return citations.Count;
    }
}
