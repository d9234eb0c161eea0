using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>Text files: a line is a line.</summary>
internal static class PlainText
{
    public static DecodedDocument Read(ReadOnlySpan<byte> bytes)
    {
        var text = TextDecoder.Decode(bytes);
        return new(Lines(text.Text), HeadFields.None, [], text.Warnings);
    }

    /// <summary>The text's lines, numbered from 1; a form feed stays at the start of the line that opens a page.</summary>
    public static ImmutableArray<CleanLine> Lines(string text) =>
        [.. WhiteSpace.UnifyLineEnds(text).Split('\n').Select((line, index) => new CleanLine(index + 1, line, CleanLineKind.Text, 0))];
}
