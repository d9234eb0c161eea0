using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>Cuts an English sentence into words, numbers, years and places.</summary>
internal static partial class EnglishTokens
{
    private static readonly string[] s_ordinals =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    public static ImmutableArray<EnglishToken> Of(string sentence)
    {
        var text = EnglishDates.Write(sentence);
        var places = Gazetteer.Default.FindIn(text).Where(m => !m.IsGuess && char.IsAsciiLetter(text[m.Span.Start])).ToDictionary(m => m.Span.Start);
        var numbers = NumberScanner.Scan(text).ToDictionary(n => n.Span.Start);
        var tokens = ImmutableArray.CreateBuilder<EnglishToken>();
        for (var at = 0; at < text.Length;)
        {
            if (places.TryGetValue(at, out var place))
            {
                tokens.Add(new EnglishToken.Place(place.Region));
                at = place.Span.End;
            }
            else if (Ordinal().Match(text, at) is { Success: true } ordinal)
            {
                tokens.Add(new EnglishToken.Number(ordinal.Value, "第" + ordinal.Groups["n"].Value));
                at += ordinal.Length;
            }
            else if (numbers.TryGetValue(at, out var number))
            {
                tokens.Add(Read(number, text, tokens));
                at = number.Span.End;
            }
            else if (Piece().Match(text, at) is { Success: true } piece)
            {
                if (Read(piece) is { } token)
                    tokens.Add(token);
                at += piece.Length;
            }
            else
            {
                tokens.Add(new EnglishToken.Odd(text[at].ToString()));
                at++;
            }
        }
        return tokens.DrainToImmutable();
    }

    private static EnglishToken Read(WrittenNumber number, string text, ImmutableArray<EnglishToken>.Builder before)
    {
        var written = number.Span.Of(text);
        if (number.Kind is NumberKind.Name or NumberKind.Fraction or NumberKind.Ordinal || number.IsChinese)
            return new EnglishToken.Odd(written);
        if (written.Length == 4 && number.Scaled is >= 1900 and <= 2100 && IsYear(text, number.Span.End, before))
            return new EnglishToken.Year((int)number.Scaled);
        var digits = (number.Kind is NumberKind.PerCent or NumberKind.PerMille ? number.Value : number.Scaled).ToString("0.############", CultureInfo.InvariantCulture);
        return new EnglishToken.Number(written, digits + number.Kind switch { NumberKind.PerCent => "%", NumberKind.PerMille => "‰", _ => "" });
    }

    // in 2022, 2022's, 2022 at the end of a statement; 2022 enterprises are a number of them.
    private static bool IsYear(string text, int end, ImmutableArray<EnglishToken>.Builder before) =>
        before.Count == 0
        || before[^1] is EnglishToken.Place or EnglishToken.Pause or EnglishToken.Part
        || before[^1] is EnglishToken.Word { Text: "in" or "of" or "for" or "by" or "since" or "during" or "year" or "end" or "until" or "from" }
        || Ending().IsMatch(text.AsSpan(end));

    private static EnglishToken? Read(Match piece)
    {
        if (piece.Groups["blank"].Success)
            return null;
        if (piece.Groups["pause"].Success)
            return new EnglishToken.Pause();
        if (piece.Groups["part"].Success)
            return new EnglishToken.Part(piece.Groups["part"].Value);
        if (piece.Groups["chinese"].Success)
            return new EnglishToken.Chinese(piece.Value);
        if (piece.Value is "¥")
            return new EnglishToken.Word("yuan", piece.Value);
        var written = piece.Groups["word"].Value;
        var text = Possessive().Replace(written, "").ToLowerInvariant();
        if (Array.IndexOf(s_ordinals, text) is >= 0 and var ordinal)
            return new EnglishToken.Number(written, string.Create(CultureInfo.InvariantCulture, $"第{ordinal + 1}"));
        return EnglishDates.Count(text) is { } count
            ? new EnglishToken.Number(written, count.ToString(CultureInfo.InvariantCulture))
            : new EnglishToken.Word(text, written);
    }

    [GeneratedRegex(@"\G(?<n>\d{1,3})(?:st|nd|rd|th)\b")]
    private static partial Regex Ordinal();

    // Quotation marks stay with the Chinese name that they hold; hyphens part words.
    [GeneratedRegex(
        @"\G(?:(?<blank>[\s-]+|['’](?=\s|$)|['’]s\b)|(?<pause>[,，;；:：()（）–—])|⟦(?<part>[^⟧]+)⟧|¥|(?<chinese>[“‘「《""]?[\u3400-\u9fff][\u3400-\u9fff·、]*[”’」》""]?)|(?<word>[A-Za-z]+(?:&[A-Za-z]+)?(?:['’]s\b)?))")]
    private static partial Regex Piece();

    [GeneratedRegex("['’]s$")]
    private static partial Regex Possessive();

    [GeneratedRegex(@"^(?:['’]s\b|\s*(?:$|[,;.)\]]|and\b|was|were|the\b|target|plan|goal))")]
    private static partial Regex Ending();
}
