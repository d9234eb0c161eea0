using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>
/// Reads every number out of a report's prose with what it means. Rules are general and prefer silence: where the indicator or the
/// time stays unclear, the figure carries a doubt and must not answer by itself.
/// </summary>
public sealed class FigureReader(IndicatorVocabulary vocabulary)
{
    public static FigureReader Default { get; } = new(IndicatorVocabulary.Default);

    /// <summary>The figures of a report's paragraphs, in reading order. Headings, titles and metadata lines state none.</summary>
    public ImmutableArray<Figure> Read(ReportMetadata metadata, ImmutableArray<Paragraph> paragraphs)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>();
        var subjects = new SubjectReader(vocabulary, metadata);
        var table = new TableContext(null, null);
        var own = new OwnRegion(metadata);
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.Kind != ParagraphKind.TableRow)
                table = TableContext.Of(paragraph.Text);
            if (paragraph.Kind == ParagraphKind.Body)
                figures.AddRange(new ParagraphFigures(metadata, paragraph, subjects, vocabulary, own).Read());
            else if (paragraph.Kind == ParagraphKind.TableRow)
            {
                var row = new TableRowFigures(metadata, paragraph, subjects, table, vocabulary);
                figures.AddRange(row.Read());
                table = table with { Whole = row.Whole };
            }
        }
        return figures.DrainToImmutable();
    }
}
