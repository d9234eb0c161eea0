using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>What may be changed about a line's white space; everything else stays verbatim.</summary>
internal static partial class WhiteSpace
{
    /// <summary>Characters that print nothing: zero width, direction marks, soft hyphen, byte order mark, controls.</summary>
    [GeneratedRegex(@"[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")]
    private static partial Regex Invisible { get; }

    /// <summary>Spaces of every width but the ordinary one.</summary>
    [GeneratedRegex(@"[\u00a0\u2000-\u200a\u202f\u205f]")]
    private static partial Regex OtherSpaces { get; }

    /// <summary>Several spaces between Chinese characters: extraction residue.</summary>
    [GeneratedRegex(@"(?<=[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e])[ \t\u3000]{2,}(?=[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e])")]
    private static partial Regex GapsInChinese { get; }

    [GeneratedRegex(@"[ \t\u3000]{2,}|\t")]
    private static partial Regex Gaps { get; }

    /// <summary>A line set with a space after each of its Chinese characters: 工 作 总 结.</summary>
    [GeneratedRegex(@"(?<![\u3400-\u9fff])[\u3400-\u9fff](?: [\u3400-\u9fff]){3,}(?![\u3400-\u9fff])")]
    private static partial Regex LetterSpaced { get; }

    /// <summary>Single spaces between Chinese characters, which page layout makes by justifying.</summary>
    [GeneratedRegex(@"(?<=[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e]) (?=[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e])")]
    private static partial Regex Justification { get; }

    /// <summary>Drops what prints nothing and makes odd spaces ordinary ones; ideographic spaces and tabs stay for now.</summary>
    public static string Normalise(string line) => OtherSpaces.Replace(Invisible.Replace(line, ""), " ");

    /// <summary>Width of the white space the line opens with, in Chinese characters.</summary>
    public static double IndentOf(string line)
    {
        var indent = 0.0;
        foreach (var c in line)
        {
            if (c is not (' ' or '\t' or '\u3000'))
                break;
            indent += c switch { ' ' => 0.5, '\t' => 2, _ => 1 };
        }
        return indent;
    }

    /// <summary>The line with its extraction gaps closed, trimmed.</summary>
    /// <param name="laidOut">True for text from laid out pages, where single spaces between Chinese characters are residue too.</param>
    public static string Close(string line, bool laidOut)
    {
        var text = Gaps.Replace(GapsInChinese.Replace(line.Trim(), m => Between(line.Trim(), m)), " ");
        text = LetterSpaced.Replace(text, m => m.Value.Replace(" ", "", StringComparison.Ordinal));
        return laidOut ? Justification.Replace(text, "") : text;
    }

    /// <summary>Ends of line of any kind become one line feed; form feeds stay, for they tell pages.</summary>
    public static string UnifyLineEnds(string text) => new StringBuilder(text)
        .Replace("\r\n", "\n").Replace('\r', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n').Replace('\u0085', '\n').ToString();

    // One gap may part two halves of a heading (一、工作总结  二、…): a single space is left between words, none after punctuation.
    private static string Between(string line, Match gap) =>
        char.IsPunctuation(line[gap.Index - 1]) || char.IsPunctuation(line[gap.Index + gap.Length]) ? "" : " ";
}
