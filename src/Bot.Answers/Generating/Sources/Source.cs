using System.Collections.Immutable;
using Bot.Answers.Finding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Generating;

/// <summary>One numbered paragraph that the model may cite.</summary>
/// <param name="Number">Its number in the prompt, from 1.</param>
/// <param name="Stored">The paragraph with its figures.</param>
/// <param name="Given">The extractive answer's citation of it; null: the paragraph was found beside that answer.</param>
internal sealed record Source(int Number, StoredParagraph Stored, Citation? Given)
{
    public ImmutableArray<EvidenceSentence> Sentences { get; } = SentenceReader.Read(Stored);

    /// <summary>The numbers of its sentences with what stands around them.</summary>
    public ImmutableArray<Occurrence> Numbers => field.IsDefault ? field = Occurrence.Of(this) : field;

    public string Text => Stored.Paragraph.Text;

    public ReportMetadata Metadata => Stored.Metadata;

    /// <summary>Text, section and title: all that a reader of the citation sees.</summary>
    public string Shown { get; } = string.Join('\n', Stored.Paragraph.Text, Stored.Paragraph.SectionPath, Stored.Metadata.Title);

    /// <summary><see cref="Shown"/>, folded.</summary>
    public string Folded => field ??= TextFolding.Fold(Shown);

    public bool IsPlan => !Sentences.IsEmpty && Sentences.All(s => s.Sentence.Part is ReportPart.Plan);
}
