using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Bot.Corpus;

/// <summary>Counts the numbers that Word draws before paragraphs (一、 （一） 1.) and that stand nowhere in their text.</summary>
internal sealed partial class WordNumbers(MainDocumentPart part)
{
    private readonly Numbering? _numbering = part.NumberingDefinitionsPart?.Numbering;
    private readonly Dictionary<int, int[]> _counters = [];

    /// <summary>%1 and so on in a level's text: the number of that level.</summary>
    [GeneratedRegex("%([1-9])")]
    private static partial Regex Place { get; }

    /// <summary>The paragraph's number as drawn; empty for bullets and paragraphs without one.</summary>
    public string Next(WordParagraph paragraph, WordStyles styles)
    {
        var properties = paragraph.ParagraphProperties?.NumberingProperties ?? styles.Numbering(paragraph);
        if (properties?.NumberingId?.Val?.Value is not { } id || id == 0 || Abstract(id) is not { } definition)
            return "";
        var depth = Math.Clamp(properties.NumberingLevelReference?.Val?.Value ?? 0, 0, 8);
        var levels = definition.Elements<Level>().ToDictionary(l => l.LevelIndex?.Value ?? 0);
        var counts = Count(definition.AbstractNumberId?.Value ?? id, depth, levels);
        if (!levels.TryGetValue(depth, out var level) || level.NumberingFormat?.Val?.Value == NumberFormatValues.Bullet)
            return "";
        return Place.Replace(level.LevelText?.Val?.Value ?? "", m =>
        {
            var at = int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) - 1;
            return Print(counts[at], levels.GetValueOrDefault(at)?.NumberingFormat?.Val?.Value);
        });
    }

    private AbstractNum? Abstract(int id)
    {
        var abstractId = _numbering?.Elements<NumberingInstance>().FirstOrDefault(n => n.NumberID?.Value == id)?.AbstractNumId?.Val?.Value;
        return _numbering?.Elements<AbstractNum>().FirstOrDefault(a => a.AbstractNumberId?.Value == abstractId);
    }

    // A number at one level starts the levels below it anew.
    private int[] Count(int list, int depth, Dictionary<int, Level> levels)
    {
        if (!_counters.TryGetValue(list, out var counts))
            _counters[list] = counts = [.. Enumerable.Range(0, 9).Select(l => Start(levels, l) - 1)];
        counts[depth]++;
        for (var above = 0; above < depth; above++)
            counts[above] = Math.Max(counts[above], Start(levels, above));
        for (var below = depth + 1; below < counts.Length; below++)
            counts[below] = Start(levels, below) - 1;
        return counts;
    }

    private static int Start(Dictionary<int, Level> levels, int level) =>
        levels.GetValueOrDefault(level)?.StartNumberingValue?.Val?.Value ?? 1;

    private static string Print(int number, NumberFormatValues? format) => format switch
    {
        NumberFormatValues.ChineseCounting or NumberFormatValues.ChineseCountingThousand or NumberFormatValues.JapaneseCounting
            or NumberFormatValues.IdeographDigital or NumberFormatValues.TaiwaneseCounting or NumberFormatValues.TaiwaneseCountingThousand => Chinese(number),
        NumberFormatValues.DecimalEnclosedCircle or NumberFormatValues.DecimalEnclosedCircleChinese when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        NumberFormatValues.LowerLetter when number is >= 1 and <= 26 => ((char)('a' + number - 1)).ToString(),
        NumberFormatValues.UpperLetter when number is >= 1 and <= 26 => ((char)('A' + number - 1)).ToString(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Chinese(int number)
    {
        const string digits = "〇一二三四五六七八九";
        if (number is < 1 or > 99)
            return number.ToString(CultureInfo.InvariantCulture);
        var (tens, ones) = (number / 10, number % 10);
        return (tens switch { 0 => "", 1 => "十", _ => $"{digits[tens]}十" }) + (ones == 0 ? "" : digits[ones].ToString());
    }
}
