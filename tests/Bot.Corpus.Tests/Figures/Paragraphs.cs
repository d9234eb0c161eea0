using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus.Tests.Figures;

/// <summary>Paragraphs made by hand: sentences end at 。！？；, years are those written.</summary>
internal static partial class Paragraphs
{
    public static Paragraph Of(string text, ReportPart part, int number = 1, int offset = 0, ParagraphKind kind = ParagraphKind.Body)
    {
        var years = YearsIn(text);
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var from = 0;
        string? heading = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (i < text.Length - 1 && text[i] is not ('。' or '！' or '？' or '；' or ';'))
                continue;
            var start = from;
            while (start < i && char.IsWhiteSpace(text[start]))
                start++;
            var sentence = text[start..(i + 1)];
            if (Run().Match(sentence) is { Success: true } run)
                heading = run.Value;
            var own = YearsIn(sentence);
            sentences.Add(new(new(start, i + 1), heading, part, own.IsEmpty ? years : own));
            from = i + 1;
        }
        return new(number, kind, text, new(offset, offset + text.Length), [], part, years, sentences.DrainToImmutable());
    }

    private static ImmutableArray<int> YearsIn(string text) =>
        [.. Year().Matches(text).Select(match => int.Parse(match.Groups[1].Value, null)).Distinct().Order()];

    [GeneratedRegex("((?:19|20)[0-9]{2})年")]
    private static partial Regex Year();

    [GeneratedRegex("^[一二三四五六七八九]是")]
    private static partial Regex Run();
}
