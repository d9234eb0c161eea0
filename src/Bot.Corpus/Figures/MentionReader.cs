using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Picks the numbers of a paragraph that state something, and reads their units: dates, labels, names and durations stay out.</summary>
internal static partial class MentionReader
{
    private const string Durations = "年 个月 周年 周 天 小时 分钟 秒 岁 期 届 字 日 大 大方面 方面 班 课时 种类";
    private const string ChineseCounts = "家 名 人 位 场 件 项 次 所 支 笔 元 倍 番 人次 家次 个百分点";
    private static readonly HashSet<string> Skipped = [.. Durations.Split(' ')];
    private static readonly HashSet<string> Spelled = [.. ChineseCounts.Split(' ')];

    // 政策28条 names a policy by its articles.
    private static readonly string[] ArticleNouns = ["新政", "政策", "改革", "意见", "措施", "办法", "细则", "负担", "举措"];

    public static ImmutableArray<Mention> Read(string text)
    {
        var quoted = Quotation.SpansOf(text);
        var numbers = NumberScanner.Scan(text);
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        for (var i = 0; i < numbers.Length; i++)
        {
            var number = numbers[i];
            if (quoted.Any(span => span.Overlaps(number.Span)))
                continue;
            var mention = number.Range == NumberRange.From && i + 1 < numbers.Length
                ? OpeningEnd(text, number, numbers[i + 1])
                : Read(text, number);
            if (mention is not null && !Attribute().IsMatch(text, mention.Tail))
                mentions.Add(mention);
        }
        foreach (var spelled in SpelledMentions.Read(text))
        {
            if (!quoted.Any(span => span.Overlaps(spelled.Span)) && !mentions.Any(mention => mention.Span.Overlaps(spelled.Span)))
                mentions.Add(spelled);
        }
        mentions.Sort((first, second) => first.Span.Start.CompareTo(second.Span.Start));
        return mentions.DrainToImmutable();
    }

    // 8-10场: the first number has the second's unit, and both have the whole as their span.
    private static Mention? OpeningEnd(string text, WrittenNumber first, WrittenNumber second) =>
        Read(text, second) is { } end && first.Kind is NumberKind.Quantity or NumberKind.PerCent
            ? end with { Number = first, Span = new(first.Span.Start, end.Span.End), Value = first.Value }
            : null;

    private static Mention? Read(string text, WrittenNumber number) => number.Kind switch
    {
        NumberKind.Quantity => Quantity(text, number),
        NumberKind.PerCent or NumberKind.PerMille => Made(text, number, number.Span.Start, number.Span.End, number.Value, number.Kind == NumberKind.PerCent ? "%" : "‰", UnitKind.Rate, ""),
        NumberKind.Fraction => Made(text, number, number.Span.Start, number.Span.End, Math.Round(number.Value, 4), "", UnitKind.Fraction, ""),
        NumberKind.Ordinal => Place(text, number),
        _ => null,
    };

    private static Mention? Quantity(string text, WrittenNumber number)
    {
        var written = number.Span.Of(text);
        var multiplierLength = number.IsChinese ? 0 : written.Length - written.TrimEnd('百', '千', '万', '亿').Length;
        var about = written.Contains('余', StringComparison.Ordinal) ? "余" : written.Contains('多', StringComparison.Ordinal) ? "多" : "";
        var at = number.Span.End;
        if (at < text.Length && text[at] is '余' or '多')
            about = text[at++].ToString();
        if (at < text.Length && text[at] is '+' or ' ' && at + 1 < text.Length && UnitVocabulary.Default.At(text, at + 1).Kind != UnitKind.None)
            at++;
        var (unit, kind) = UnitVocabulary.Default.At(text, at);
        var end = at + unit.Length;
        if (IsNoStatement(text, number, unit, kind, end))
            return null;
        var full = written[^multiplierLength..] + unit;
        var value = multiplierLength > 0 ? number.Value : number.Scaled;
        return Made(text, number, number.Span.Start, end, value, full, kind, about);
    }

    private static bool IsNoStatement(string text, WrittenNumber number, string unit, UnitKind kind, int end)
    {
        if (IsRatio(text, number, kind) || (unit is "位" or "名" && number.Span.Start > 0 && text[number.Span.Start - 1] == '前'))
            return true;
        if (kind == UnitKind.None)
            return number.IsChinese || !FollowsPredicate(text, number) || CalendarYear.Is(number.Value);
        if (Skipped.Contains(unit) && number.Range == NumberRange.None)
            return unit != "分";
        if (end < text.Length && char.IsAsciiDigit(text[end]))
            return true;
        if (number.IsChinese && (number.Value == 1 || !Spelled.Contains(unit)))
            return true;
        // 上海800所 is a name; schools and institutes are counted in 所.
        if (unit == "所")
            return !text[Math.Max(0, number.Span.Start - 6)..Math.Min(text.Length, end + 6)].AsSpan().ContainsAny('校', '院', '学');
        if (unit != "条")
            return false;
        var before = text[Math.Max(0, number.Span.Start - 2)..number.Span.Start];
        return Issued().IsMatch(text.AsSpan(Math.Max(0, number.Span.Start - 16), Math.Min(16, number.Span.Start))) || ArticleNouns.Contains(before) || (end < text.Length && ArticleNouns.Contains(text.Substring(end, Math.Min(2, text.Length - end))));
    }

    // 1:6.3, 1.5∶55.6∶42.9: neither side says anything alone.
    private static bool IsRatio(string text, WrittenNumber number, UnitKind kind)
    {
        var (start, end) = (number.Span.Start, number.Span.End);
        if (end + 1 < text.Length && text[end] is ':' or '：' or '∶' && char.IsAsciiDigit(text[end + 1]))
            return true;
        return kind is UnitKind.None or UnitKind.Rate && start > 1 && text[start - 1] is ':' or '：' or '∶' && char.IsAsciiDigit(text[start - 2]);
    }

    /// <summary>投资额超亿元的项目37项: the first number only tells which projects.</summary>
    [GeneratedRegex(@"\G的(?!目标|任务|比例|份额|速度|增速|增长)\p{IsCJKUnifiedIdeographs}{2,8}?[达有共为超近]?[0-9]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attribute();

    /// <summary>出台成果转化28条: the name of a document.</summary>
    [GeneratedRegex("(?:出台|印发|制定|发布|实施|落实|推出|修订)[^，。；、]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Issued();

    /// <summary>上升到2022年的第23位: the time between the rank word and the rank.</summary>
    [GeneratedRegex("(?:(?:19|20)[0-9]{2}年|上年|去年|上一年|同期|上期)的?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeBefore();

    private static bool FollowsPredicate(string text, WrittenNumber number)
    {
        var before = text[Math.Max(0, number.Span.Start - 6)..number.Span.Start];
        var next = number.Span.End < text.Length ? text[number.Span.End] : '。';
        return FigureLexicon.Default.EndOf(before, WordRoles.Predicate | WordRoles.Before | WordRoles.Total).Length > 0 && next is not ('+' or '/' or '强' or '后');
    }

    // 第三位, 全省第一: only behind a rank word or among named peers.
    private static Mention? Place(string text, WrittenNumber number)
    {
        var start = number.Span.Start - 1;
        if (start < 1 || text[start] != '第')
            return null;
        var end = number.Span.End;
        var unit = end < text.Length && text[end] is '位' or '名' ? text[end].ToString() : "";
        end += unit.Length;
        if (unit.Length == 0 && end < text.Length && char.IsLetterOrDigit(text[end]) && text[end] is not ('和' or '与' or '三' or '二'))
            return null;
        var before = TimeBefore().Replace(text[Math.Max(0, start - 10)..start], "");
        return FigureLexicon.Default.EndOf(before, WordRoles.Rank | WordRoles.Peers).Length > 0
            ? Made(text, number, start, end, number.Value, unit, UnitKind.Place, "")
            : null;
    }

    private static Mention Made(string text, WrittenNumber number, int start, int end, decimal value, string unit, UnitKind kind, string about)
    {
        var after = FigureLexicon.Default.At(text, end, WordRoles.After);
        return new(number, new(start, end), end + after.Length, value, unit, kind, about, after);
    }
}
