namespace Bot.Corpus;

/// <summary>Words of a report with the place they stand at.</summary>
/// <param name="Text">Verbatim.</param>
/// <param name="Span">In <see cref="Report.Text"/>.</param>
public readonly record struct Wording(string Text, TextSpan Span)
{
    public override string ToString() => Text;
}
