using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>
/// Reads the register of support measures out of a document: those a policy document sets, with all it says of them, or those a
/// report tells of. What isn't written stays absent.
/// </summary>
public static class MeasureReader
{
    /// <summary>In reading order, numbered from 1.</summary>
    public static ImmutableArray<Measure> Read(ReportMetadata metadata, ImmutableArray<Paragraph> paragraphs)
    {
        var text = new PolicyText(metadata, paragraphs);
        return PolicyDocument.Is(text) ? new PolicyMeasures(text).Read() : new MentionedMeasures(text).Read();
    }

    /// <summary>What a document says of how long it holds and what it ends, whether or not it sets measures (关于废止…的通知). Reports that only tell say nothing.</summary>
    public static Validity ReadValidity(ReportMetadata metadata, ImmutableArray<Paragraph> paragraphs)
    {
        var text = new PolicyText(metadata, paragraphs);
        return PolicyDocument.Is(text) || PolicyDocument.Ends(text) ? new ValidityReader(text).Read() : Validity.NotWritten;
    }
}
