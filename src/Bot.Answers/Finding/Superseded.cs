using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Finding;

/// <summary>Targets that the same report has since revised (由原定的4500家调整为6000家): they stand elsewhere in it as if they still held.</summary>
internal static class Superseded
{
    /// <summary>The sentences, with a doubt on every figure that another of them says was revised.</summary>
    public static ImmutableArray<EvidenceSentence> Marked(ImmutableArray<EvidenceSentence> sentences)
    {
        var revised = sentences.SelectMany(s => s.Figures, (s, f) => (s.Source.Report, Figure: f))
            .Where(f => f.Figure.Doubt == Figure.RevisedDoubt)
            .ToList();
        return revised.Count == 0 ? sentences : [.. sentences.Select(s => Marked(s, [.. revised.Where(r => r.Report == s.Source.Report).Select(r => r.Figure)]))];
    }

    private static EvidenceSentence Marked(EvidenceSentence sentence, ImmutableArray<Figure> revised) =>
        sentence.Figures.Any(f => Is(f, revised))
            ? sentence with { Figures = [.. sentence.Figures.Select(f => Is(f, revised) ? f with { Doubt = Figure.RevisedDoubt } : f)] }
            : sentence;

    private static bool Is(Figure figure, ImmutableArray<Figure> revised) => figure.Doubt is null && figure.Status is FigureStatus.Target
        && revised.Any(r => r.Value == figure.Value && r.Unit == figure.Unit && r.Aspect == figure.Aspect && r.Period == figure.Period && FigureIdentity.NameOf(r) == FigureIdentity.NameOf(figure));
}
