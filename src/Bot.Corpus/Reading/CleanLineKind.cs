namespace Bot.Corpus;

/// <summary>What the file's own format said of a line.</summary>
public enum CleanLineKind
{
    Text,

    /// <summary>The format said so: a Word heading style, &lt;h2&gt;, #. The level stands in <see cref="CleanLine.HeadingLevel"/>.</summary>
    Heading,

    /// <summary>A table's row, cells joined by " | ", the header row's names repeated before each value.</summary>
    TableRow,
}
