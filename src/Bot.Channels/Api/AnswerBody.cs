using Bot.Answers;
using Bot.Corpus;

namespace Bot.Channels;

/// <summary>An answer as <c>POST /api/ask</c> gives it.</summary>
/// <param name="Outcome">answered, refused.</param>
/// <param name="Mode">extractive, generative.</param>
/// <param name="Computed">The numbers of the text that were calculated.</param>
/// <param name="Computations">The same, each with the sum as the text shows it.</param>
/// <param name="Chart">Its points over time, for drawing; null when there is nothing to draw.</param>
/// <param name="ElapsedMs">From the question read to the answer made, in milliseconds.</param>
internal sealed record AnswerBody(
    string Id,
    string Outcome,
    string Mode,
    string Text,
    IReadOnlyList<CitationBody> Citations,
    IReadOnlyList<decimal> Computed,
    IReadOnlyList<ComputationBody> Computations,
    IReadOnlyList<FigureBody> Figures,
    IReadOnlyList<string> FollowUps,
    ChartBody? Chart,
    double ElapsedMs)
{
    public static AnswerBody Of(Answer answer, ReportLinks links, TimeSpan elapsed) => new(
        answer.Id,
        answer is Answer.Answered ? "answered" : "refused",
        answer.Mode == AnswerMode.Generative ? "generative" : "extractive",
        answer.Text,
        [.. answer.Citations.Select(citation => CitationBody.Of(citation, links))],
        [.. answer.Computed.Select(computed => Plain(computed.Value))],
        [.. answer.Computed.Select(ComputationBody.Of)],
        [.. answer.Figures.Select(FigureBody.Of)],
        [.. answer.FollowUps],
        answer.Chart is { } chart ? ChartBody.Of(chart) : null,
        Math.Round(elapsed.TotalMilliseconds, 1));

    /// <summary>Without trailing zeros: 128.00 and 128 are the same number to whoever compares text.</summary>
    public static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;
}

internal sealed record CitationBody(
    int Number, string Report, string Title, string? Region, int Paragraph, string Section, string Quote, string Text, string Url)
{
    public static CitationBody Of(Citation citation, ReportLinks links) => new(
        citation.Number,
        citation.Report.Value,
        citation.Title,
        citation.Region,
        citation.Paragraph,
        citation.Section,
        citation.Quote,
        citation.Text,
        links.To(citation.Report, citation.Paragraph));
}

/// <param name="Value">As the text shows it, without unit.</param>
/// <param name="Expression">The sum as the text shows it: 731−603=128家.</param>
/// <param name="Operands">What it starts from; empty where the line that shows the sum cites all of it.</param>
internal sealed record ComputationBody(decimal Value, string Expression, IReadOnlyList<OperandBody> Operands)
{
    public static ComputationBody Of(ComputedNumber computed) => new(
        AnswerBody.Plain(computed.Value),
        computed.Expression,
        [.. computed.Operands.Select(operand => new OperandBody(operand.Written, operand.Citation))]);
}

/// <param name="Citation">Number of the citation that holds it; null: the asker told it, or a calculation before gave it.</param>
internal sealed record OperandBody(string Written, int? Citation);

/// <param name="Indicator">The canonical name, or the report's own words where the vocabulary has none.</param>
/// <param name="Period">As <see cref="Period.ToString"/>; null when the report doesn't tell.</param>
/// <param name="Status">achieved, target, unclear.</param>
/// <param name="Corrected">Staff corrected how it was read.</param>
/// <param name="Aspect">level, new, netIncrease, cumulative, growth, share, rank, difference.</param>
internal sealed record FigureBody(
    string? Region, string Indicator, string? Period, decimal Value, string Unit, string Status, string Aspect, int Citation, bool Corrected)
{
    public static FigureBody Of(AnswerFigure figure) => new(
        figure.Figure.Region,
        figure.Figure.Indicator ?? figure.Figure.Words,
        figure.Figure.Period?.ToString(),
        AnswerBody.Plain(figure.Figure.Value),
        figure.Figure.Unit,
        FigureNames.Of(figure.Figure.Status).Wire,
        FigureNames.Of(figure.Figure.Aspect).Wire,
        figure.Citation,
        figure.Figure.Correction is not null);
}

/// <summary>One event of a streamed answer.</summary>
internal sealed record PieceBody(string Text);
