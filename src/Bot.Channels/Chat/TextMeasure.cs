using System.Text;

namespace Bot.Channels;

/// <summary>How a platform counts the length of text.</summary>
internal sealed class TextMeasure
{
    private readonly Func<Rune, int> _cost;

    private TextMeasure(Func<Rune, int> cost) => _cost = cost;

    /// <summary>In UTF-16 code units.</summary>
    public static TextMeasure Utf16 { get; } = new(rune => rune.Utf16SequenceLength);

    /// <summary>In bytes of UTF-8.</summary>
    public static TextMeasure Utf8 { get; } = new(rune => rune.Utf8SequenceLength);

    public int Of(ReadOnlySpan<char> text)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
            length += _cost(rune);
        return length;
    }

    /// <summary>The end of the longest part from <paramref name="start"/> on that is no longer than <paramref name="limit"/>.</summary>
    public int Fit(string text, int start, int limit)
    {
        var end = start;
        foreach (var rune in text.AsSpan(start).EnumerateRunes())
        {
            limit -= _cost(rune);
            if (limit < 0)
                break;
            end += rune.Utf16SequenceLength;
        }
        return end;
    }
}
