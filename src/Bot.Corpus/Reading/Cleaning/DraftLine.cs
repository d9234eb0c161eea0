namespace Bot.Corpus;

/// <summary>A line on its way through cleaning.</summary>
internal sealed record DraftLine(int Number, string Text, CleanLineKind Kind = CleanLineKind.Text, int HeadingLevel = 0)
{
    /// <summary>Width of the white space before the text, in Chinese characters.</summary>
    public double Indent { get; init; }

    /// <summary>True when a blank line, or the document's start, stands above it.</summary>
    public bool AfterBlank { get; init; }

    /// <summary>True for the empty place of a removed line that opens the part below an article (联系人, 标签, 上一篇).</summary>
    public bool OpensTail { get; init; }

    public static DraftLine TailOpening(int number) => new(number, "") { OpensTail = true };
}
