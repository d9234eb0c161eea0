using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Finds the indicator that a noun phrase names.</summary>
internal sealed partial class SubjectReader(IndicatorVocabulary vocabulary, ReportMetadata metadata)
{
    private const WordRoles Bridges = WordRoles.Verb | WordRoles.New | WordRoles.Lead | WordRoles.Self | WordRoles.Total | WordRoles.Target;
    private static readonly string[] MetricEndings = ["授权量", "申请量", "拥有量", "增加值", "总产值", "产值", "企业", "中心"];
    private static readonly string[] TotalEndings = ["总量", "总额", "总数", "数量"];
    private static readonly string[] CountEndings = ["数量", "总数", "数", "总量", "总额", "额", "企业", "项目"];

    private readonly string[] _ownStems = [.. Stems(metadata.Region)];
    private readonly string[] _widerStems = [.. Stems(metadata.WithinRegion)];

    /// <summary>The subject of a noun phrase; <paramref name="verb"/> is what was done with it (申报 makes another indicator).</summary>
    public Subject Read(string phrase, string verb)
    {
        var noun = WithoutOwnPlace(LastItem(phrase));
        var match = Find(noun);
        var union = Union(noun);
        var indicator = union ?? match?.Canonical;
        var words = match is { } found && union is null ? noun[found.Span.Start..] : noun;
        if (match is { } hit && WiderPlace(noun, hit) is { } place)
            (indicator, words) = (place + hit.Canonical, place + words);
        var other = match is { } bridged && OtherVerb(noun, verb).Length == 0 ? FigureLexicon.Default.EndOf(noun[..bridged.Span.Start].TrimEnd('的'), WordRoles.Other) : OtherVerb(noun, verb);
        if (other.Length > 0 && indicator is not null)
            indicator += other;
        if (indicator is null && ShareReader.Read(noun) is { IsDegree: false, Part.Length: > 0 } share && ShareReader.Resolve(Read(share.Part, ""), share.Base, vocabulary) is { } part)
            return new(noun, noun, part, part.Name);
        words = verb.Length > 0 && (match is null || other.Length > 0) ? verb + words : words;
        return new(words, TopicOf(words), union is null ? match?.Indicator : null, indicator);
    }

    /// <summary>The subject <paramref name="before"/> with another level: 市级 after 省级研发中心.</summary>
    public Subject WithLevel(Subject before, string level)
    {
        var words = before.Words;
        // 入选国家级工程27人次、省级61人次: the verb stays before the level.
        var verb = before.Match is null ? FigureLexicon.Default.At(words, 0, WordRoles.Verb) : "";
        if (verb.Length > 0 && LevelVocabulary.Default.LengthAtStart(words[verb.Length..]) > 0)
            return Read(level + words[verb.Length..][LevelVocabulary.Default.LengthAtStart(words[verb.Length..])..], verb);
        var union = before.Match is null && Union(words) is not null;
        var noun = union ? words : vocabulary.Find(words) is [.., var last] ? words[last.Span.Start..] : words;
        noun = noun[LevelVocabulary.Default.LengthAtStart(noun)..];
        if (noun.StartsWith("重点扶持", StringComparison.Ordinal))
            noun = noun["重点扶持".Length..].TrimStart('的');
        return Read(level + noun, "");
    }

    /// <summary>A part of what <paramref name="whole"/> counts: 发明专利 of 专利授权量, 生物医药 of 领军人才项目.</summary>
    public Subject PartOf(string whole, string part)
    {
        if (LevelVocabulary.Default.Of(part) is { } level)
            return Read(level + whole[LevelVocabulary.Default.LengthAtStart(whole)..], "");
        while (FigureLexicon.Default.At(whole, 0, WordRoles.Verb | WordRoles.New) is { Length: > 0 } word && word.Length < whole.Length - 1)
            whole = whole[word.Length..];
        var words = part + whole[Overlap(part, whole)..];
        return vocabulary.Resolve(words) is { } match ? new(words, TopicOf(words), match.Indicator, match.Canonical) : new(words, words, null, null);
    }

    /// <summary>How many letters end <paramref name="part"/> and open <paramref name="whole"/> alike, at least two; else 0.</summary>
    public static int Overlap(string part, string whole)
    {
        for (var shared = Math.Min(part.Length, whole.Length); shared > 1; shared--)
        {
            if (part.EndsWith(whole[..shared], StringComparison.Ordinal))
                return shared;
        }
        return 0;
    }

    /// <summary>Several subjects written as one enumeration: 省级、市级中心 gives two; empty when the parts are not that many.</summary>
    public Subject[] Enumerate(string phrase, int count)
    {
        var parts = phrase.Split(['、', '和', '与', '及'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != count)
            return [];
        var head = parts[^1][LevelVocabulary.Default.LengthAtStart(parts[^1])..];
        var metric = FigureLexicon.Default.EndOf(head, WordRoles.Dependent);
        for (var i = 0; i < parts.Length - 1; i++)
        {
            if (LevelVocabulary.Default.Of(parts[i]) is not null)
                parts[i] += head;
            else if (Find(parts[i]) is null && MetricOf(head) is { } ending && !parts[i].EndsWith(ending, StringComparison.Ordinal))
                parts[i] += ending;
            else if (metric.Length > 0 && !parts[i].EndsWith(metric, StringComparison.Ordinal))
                parts[i] += metric;
        }
        return [.. parts.Select(part => Read(part, ""))];
    }

    /// <summary>申报和认定数, 吸纳、输出技术合同成交额: deeds that share one noun; empty when the words are not that many deeds.</summary>
    /// <param name="before">What was spoken of, the noun where the words have none.</param>
    public Subject[] EnumerateDeeds(string phrase, int count, Subject? before)
    {
        const WordRoles frame = WordRoles.Predicate | WordRoles.Before;
        while (FigureLexicon.Default.EndOf(phrase, frame) is { Length: > 0 } word && word.Length < phrase.Length)
            phrase = phrase[..^word.Length];
        while (FigureLexicon.Default.At(phrase, 0, WordRoles.Self | WordRoles.Lead) is { Length: > 0 } word && word.Length < phrase.Length)
            phrase = phrase[word.Length..];
        var parts = phrase.Split(['、', '和', '与', '及'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != count)
            return [];
        var (deed, last) = (Deed(parts[0]), parts[^1].TrimEnd('数', '量'));
        // 项目申报和认定数.
        if (deed.Length > 0 && IsDeed(last) && parts[1..^1].All(IsDeed))
        {
            var noun = parts[0].Length > deed.Length ? parts[0][..^deed.Length] : before?.Topic;
            return noun is null ? [] : [.. parts.Select((part, i) => Read(noun + (i == 0 ? deed : part.TrimEnd('数', '量')), "") with { Topic = noun })];
        }
        // 吸纳、输出技术合同成交额, also behind who did it.
        var own = FigureLexicon.Default.At(parts[^1], 0, WordRoles.Verb | WordRoles.Other);
        if (own.Length == 0 || own.Length == parts[^1].Length || deed.Length == 0 || !parts[1..^1].All(IsDeed))
            return [];
        var (actor, shared) = (parts[0][..^deed.Length], parts[^1][own.Length..]);
        return [.. parts.Select((part, i) => new Subject(actor + (i == 0 ? deed : i == parts.Length - 1 ? own : part) + shared, shared, null, null))];
    }

    private static string Deed(string part) => FigureLexicon.Default.EndOf(part, WordRoles.Verb | WordRoles.Other);

    private static bool IsDeed(string part) => Deed(part).Length == part.Length && part.Length > 0;

    private static string? MetricOf(string head) =>
        MetricEndings.FirstOrDefault(ending => head.EndsWith(ending, StringComparison.Ordinal));

    private IndicatorMatch? Find(string noun)
    {
        if (Accept(noun, noun) is { } whole)
            return whole;
        if (noun.EndsWith(')') || noun.EndsWith('）'))
        {
            var open = noun.LastIndexOfAny(['(', '（']);
            if (open > 0 && Accept(noun, noun[..open]) is { } bracketed)
                return bracketed;
        }
        if (FigureLexicon.Default.EndOf(noun, WordRoles.Other) is { Length: > 0 } other && other.Length < noun.Length && Accept(noun, noun[..^other.Length]) is { } done)
            return done;
        foreach (var ending in CountEndings)
        {
            if (noun.Length > ending.Length && noun.EndsWith(ending, StringComparison.Ordinal) && Accept(noun, noun[..^ending.Length]) is { } counted
                && (ending is not ("企业" or "项目")))
                return counted;
        }
        return null;
    }

    // What stands before the indicator must not narrow it: 生物医药高新技术企业 is not 高新技术企业.
    private IndicatorMatch? Accept(string noun, string stem)
    {
        if (vocabulary.EndOf(stem) is not { } match)
            return null;
        var before = noun[..match.Span.Start].TrimEnd('“', '”', ' ', '的');
        if (before.Length == 0 || before.EndsWith('、') || WiderPlace(noun, match) is not null)
            return match;
        var isBridged = false;
        while (FigureLexicon.Default.EndOf(before, Bridges) is { Length: > 0 } word)
        {
            isBridged = true;
            before = before[..^word.Length];
        }
        return isBridged && FigureLexicon.Default.EndOf(before, WordRoles.Actor).Length == 0 ? match : null;
    }

    // A和B with one number: both are counted together, and neither alone.
    private string? Union(string noun)
    {
        foreach (var joint in new[] { '和', '与', '及', '、' })
        {
            var at = noun.IndexOf(joint, StringComparison.Ordinal);
            if (at > 0 && at < noun.Length - 1 && Find(noun[..at]) is { } first && Find(noun[(at + 1)..]) is { } second)
                return first.Canonical + "和" + second.Canonical;
        }
        return null;
    }

    private string? WiderPlace(string noun, IndicatorMatch match)
    {
        var before = noun[..match.Span.Start];
        return match.Level is null ? null : _widerStems.FirstOrDefault(stem => before.EndsWith(stem, StringComparison.Ordinal));
    }

    /// <summary>What was counted before, for numbers dealt out to places: named ahead of the list of places, or spoken of before without a place.</summary>
    public Subject? OfPlaces(string clauseBefore, string firstPlace, Subject? last)
    {
        var list = clauseBefore.IndexOf(firstPlace, StringComparison.Ordinal);
        var head = list < 0 ? "" : clauseBefore[..list];
        if (vocabulary.Find(head) is [.., var named])
            return Read(head[named.Span.Start..named.Span.End], "");
        return last is { Indicator: null } ? Read(AreaName().Replace(last.Words, ""), "") : last;
    }

    /// <summary>True for the report's own region's name.</summary>
    public bool IsOwnPlace(string noun) => _ownStems.Contains(noun);

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}{1,6}?(?:新区|开发区|区|县|市)(?=\p{IsCJKUnifiedIdeographs}{2})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AreaName();

    private string WithoutOwnPlace(string noun)
    {
        foreach (var stem in _ownStems)
        {
            if (noun.StartsWith(stem, StringComparison.Ordinal) && noun.Length > stem.Length + 1)
                return noun[stem.Length..].TrimStart('在');
        }
        return noun;
    }

    private static string OtherVerb(string noun, string verb)
    {
        if (FigureLexicon.Default.EndOf(verb, WordRoles.Other) is { Length: > 0 } before)
            return before;
        return FigureLexicon.Default.EndOf(noun, WordRoles.Other);
    }

    // 集成电路、化工等领域建设实验室3家: the last item is counted, unless all items are known and counted together.
    private string LastItem(string phrase)
    {
        var at = -1;
        var depth = 0;
        for (var i = 0; i < phrase.Length; i++)
        {
            depth += phrase[i] is '(' or '（' or '“' ? 1 : phrase[i] is ')' or '）' or '”' ? -1 : 0;
            if (phrase[i] == '、' && depth == 0)
                at = i;
        }
        return at < 0 || Union(phrase) is not null || LevelVocabulary.Default.Of(phrase[..at]) is not null ? phrase : phrase[(at + 1)..];
    }

    private static string TopicOf(string words)
    {
        var topic = words;
        while (FigureLexicon.Default.At(topic, 0, WordRoles.Verb | WordRoles.New) is { Length: > 0 } word && word.Length < topic.Length)
            topic = topic[word.Length..];
        foreach (var ending in TotalEndings)
        {
            if (topic.Length > ending.Length + 1 && topic.EndsWith(ending, StringComparison.Ordinal))
                return topic[..^ending.Length];
        }
        var dependent = FigureLexicon.Default.EndOf(topic, WordRoles.Dependent);
        return dependent.Length < topic.Length ? topic[..^dependent.Length] : topic;
    }

    // A zone calls itself by its kind: 高新区, 园区.
    private static IEnumerable<string> Stems(string? region)
    {
        if (region is not { Length: > 1 })
            return [];
        return ZoneNames.Default.KindOf(region) is { } kind ? [region, kind, kind[^2..], region[..^1]] : [region, region[..^1]];
    }
}
