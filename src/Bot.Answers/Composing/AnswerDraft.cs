using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bot.Answers.Finding;
using Bot.Answers.Grounding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Composing;

/// <summary>An answer being put together: text with markers, and what the markers lead to.</summary>
internal sealed class AnswerDraft
{
    private readonly StringBuilder _text = new();
    private readonly List<Citation> _citations = [];
    private readonly List<ComputedNumber> _computed = [];
    private readonly List<AnswerFigure> _figures = [];

    public string Text => _text.ToString().Trim();

    public ImmutableArray<Citation> Citations => [.. _citations];

    public ImmutableArray<ComputedNumber> Computed => [.. _computed];

    public ImmutableArray<AnswerFigure> Figures => [.. _figures];

    public bool IsEmpty => _text.Length == 0;

    /// <summary>The marker of a citation of this paragraph and sentence; the same one for the same sentence.</summary>
    public string Cite(StoredParagraph source, string quote)
    {
        var known = _citations.FindIndex(c =>
            c.Report == source.Report && c.Paragraph == source.Paragraph.Number && c.Quote == PersonalData.Mask(quote));
        if (known < 0)
        {
            known = _citations.Count;
            _citations.Add(new Citation(
                known + 1,
                source.Report,
                source.Metadata.Title,
                source.Metadata.Region,
                source.Paragraph.Number,
                source.Paragraph.SectionPath,
                PersonalData.Mask(quote),
                PersonalData.Mask(source.Paragraph.Text)));
        }

        return string.Create(CultureInfo.InvariantCulture, $"[{known + 1}]");
    }

    public string Cite(EvidenceSentence sentence) => Cite(sentence.Source, sentence.Text);

    /// <summary>Notes a figure that the text states; <paramref name="marker"/> is that of its citation.</summary>
    public void State(Figure figure, string marker)
    {
        var number = int.Parse(marker.Trim('[', ']'), CultureInfo.InvariantCulture);
        if (!_figures.Any(f => f.Figure == figure))
            _figures.Add(new AnswerFigure(figure, number));
    }

    public void Compute(decimal value, string expression) => Compute(new ComputedNumber(value, expression));

    /// <summary>Notes a calculation, once.</summary>
    public void Compute(ComputedNumber computed)
    {
        if (!_computed.Any(c => c.Value == computed.Value && c.Expression == computed.Expression))
            _computed.Add(computed);
    }

    public AnswerDraft Line(string text)
    {
        if (_text.Length > 0)
            _text.Append('\n');
        _text.Append(PersonalData.Mask(text));
        return this;
    }

    public AnswerDraft Blank()
    {
        if (_text.Length > 0)
            _text.Append('\n');
        return this;
    }

    public Answer.Answered Answered(ImmutableArray<string> followUps = default) => new Answer.Answered(
        NewId(), Text, AnswerMode.Extractive, Citations, Computed, Figures, followUps.IsDefault ? [] : followUps);

    public Answer Refused(ImmutableArray<string> followUps = default) => new Answer.Refused(
        NewId(), Text, AnswerMode.Extractive, Citations, Computed, Figures, followUps.IsDefault ? [] : followUps);

    private static string NewId() => Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture);
}
