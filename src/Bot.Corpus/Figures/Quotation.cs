using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>Titles in 《》 and names in “”: numbers in them belong to names.</summary>
internal static class Quotation
{
    public static ImmutableArray<TextSpan> SpansOf(string text)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (var at = 0; at < text.Length; at++)
        {
            var closer = text[at] switch { '《' => '》', '“' => '”', '「' => '」', '〈' => '〉', '〔' => '〕', _ => '\0' };
            if (closer == '\0')
                continue;
            var end = text.IndexOf(closer, at);
            if (end < 0)
                continue;
            spans.Add(new(at, end + 1));
            at = end;
        }
        return spans.DrainToImmutable();
    }
}
