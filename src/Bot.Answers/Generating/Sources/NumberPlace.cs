using System.Buffers;
using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>A number in a sentence and the words that say what it counts.</summary>
/// <param name="Before">The sentence up to the number.</param>
/// <param name="Own">From the clause's end behind the number before it (dates aside) up to it.</param>
/// <param name="After">From its end to the end of its clause or the next number.</param>
internal sealed record NumberPlace(WrittenNumber Number, string Before, string Own, string After)
{
    private static readonly SearchValues<char> s_clauseEnds = SearchValues.Create("，,；;。、：:（(！？!?\n");

    /// <summary>The first character of what is counted (家, 元, 个); null when none follows.</summary>
    public char? Unit => After.TrimStart(' ', '多', '余', '+') is [var first, ..] && (char.IsLetter(first) || first is '%' or '％') ? first : null;

    /// <summary>The words around the number, itself left out.</summary>
    public string Around => Own + " " + After;

    public static ImmutableArray<NumberPlace> In(string text)
    {
        var numbers = NumberScanner.Scan(text);
        var places = ImmutableArray.CreateBuilder<NumberPlace>(numbers.Length);
        var from = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            var span = numbers[i].Span;
            var next = i + 1 < numbers.Length ? numbers[i + 1].Span.Start : text.Length;
            var tail = text[span.End..Math.Max(span.End, next)];
            var end = tail.AsSpan().IndexOfAny(s_clauseEnds);
            places.Add(new(numbers[i], text[..span.Start], text[Math.Min(from, span.Start)..span.Start], end < 0 ? tail : tail[..end]));
            if (numbers[i].Kind is not (NumberKind.Date or NumberKind.Label or NumberKind.Name))
                from = span.End + Math.Max(0, end);
        }
        return places.DrainToImmutable();
    }
}
