using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>The number a line begins with: its style, its value (0 when it has none) and where the text after it begins.</summary>
internal readonly record struct HeadingMark(HeadingStyle Style, int Number, int Length)
{
    private static readonly (HeadingStyle Style, Regex Form)[] _forms =
    [
        (HeadingStyle.ChineseInBrackets, StructurePatterns.ChineseInBrackets),
        (HeadingStyle.Chinese, StructurePatterns.Chinese),
        (HeadingStyle.Decimal, StructurePatterns.Decimal),
        (HeadingStyle.Arabic, StructurePatterns.Arabic),
        (HeadingStyle.ArabicInBrackets, StructurePatterns.ArabicInBrackets),
        (HeadingStyle.Circled, StructurePatterns.Circled),
        (HeadingStyle.Bare, StructurePatterns.Bracketed),
    ];

    /// <summary>Null when the line begins with none.</summary>
    public static HeadingMark? Of(string line)
    {
        if (StructurePatterns.Ordinal.Match(line) is { Success: true } ordinal)
            return new HeadingMark(StyleOf(ordinal.Groups[2].Value), HeadingNumber.Read(ordinal.Groups[1].Value), ordinal.Length);
        foreach (var (style, form) in _forms)
            if (form.Match(line) is { Success: true } match)
                return new HeadingMark(style, HeadingNumber.Read(match.Groups[1].Value), match.Length);
        return null;
    }

    private static HeadingStyle StyleOf(string unit) => unit switch
    {
        "部分" => HeadingStyle.Part,
        "章" => HeadingStyle.Chapter,
        "节" => HeadingStyle.Section,
        _ => HeadingStyle.Article,
    };
}
