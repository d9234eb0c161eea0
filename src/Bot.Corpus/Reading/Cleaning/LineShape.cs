using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Shapes of lines in Chinese documents, by which cleaning tells the body from what stands around it.</summary>
internal static partial class LineShape
{
    /// <summary>一、 (一) 1. 1、 第三章 ① and bullets: a line that opens something, and so never continues the line above.</summary>
    [GeneratedRegex(@"^(第[一二三四五六七八九十百零〇\d]{1,5}[章节条篇部编]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}\s?[、.．](?![\d])|\d{1,2}[)）]|[①-⑳]|[•·●■▲◆★◇○※])")]
    private static partial Regex OpensItem { get; }

    /// <summary>附件1：…</summary>
    [GeneratedRegex(@"^附\s?[件录表]\s?\d{0,2}\s?[:：.、]?")]
    private static partial Regex OpensAttachment { get; }

    /// <summary>2020年2月6日 alone, also 二〇二〇年二月六日: the day under a signature.</summary>
    [GeneratedRegex(@"^([\d]{4}|[〇○零一二三四五六七八九]{4})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日$")]
    private static partial Regex DateAlone { get; }

    public static bool OpensNumbered(string text) => OpensItem.IsMatch(text);

    public static bool IsAttachment(string text) => OpensAttachment.IsMatch(text) && text.Length <= 80;

    public static bool IsDateAlone(string text) => DateAlone.IsMatch(text);

    /// <summary>True when the line ends as sentences do, closing quotes and brackets aside. A semicolon or colon does not count.</summary>
    public static bool EndsSentence(string text)
    {
        var end = text.AsSpan().TrimEnd("”’」』）)》】\" ");
        return end.Length > 0 && end[^1] is '。' or '！' or '？' or '!' or '?' or '｡';
    }

    /// <summary>True for lines of running text: sentences, or most of one. Teasers that break off (…) are none.</summary>
    public static bool IsProse(string text)
    {
        if (text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith('…') || text.EndsWith("详细]", StringComparison.Ordinal))
            return false;
        var hanzi = text.Count(CommonHanzi.IsHanzi);
        return (hanzi >= 12 && (EndsSentence(text) || text.Contains('。', StringComparison.Ordinal)))
            || (hanzi >= 15 && text.AsSpan().TrimEnd()[^1] is '；' or ';')
            || (hanzi >= 60 && text.AsSpan().IndexOfAny("，,；;") >= 0)
            || text.Split(' ').Length >= 12;
    }

    /// <summary>How wide the line prints, in Chinese characters: ASCII counts half.</summary>
    public static double Width(string text)
    {
        var width = 0.0;
        foreach (var c in text)
            width += c <= '\u007f' ? 0.5 : 1;
        return width;
    }
}
