using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Understanding;

/// <summary>Reads one question by itself: regions, years, what is asked and about what.</summary>
internal sealed partial class QuestionReader(QuestionWords words, TopicReader topics, Attributes attributes, Gazetteer gazetteer)
{
    private static readonly ImmutableArray<(string List, FigureAspect Aspect)> AspectLists =
    [
        ("new", FigureAspect.New), ("cumulative", FigureAspect.Cumulative), ("netincrease", FigureAspect.NetIncrease),
        ("growth", FigureAspect.Growth), ("share", FigureAspect.Share), ("rankaspect", FigureAspect.Rank),
    ];

    public QuestionReading Read(string question)
    {
        var original = Markup().Replace(question, " ").Trim();
        var folded = TextFolding.Fold(original);
        var regions = gazetteer.FindIn(CapitalsKept(original, folded)).ToImmutableArray();
        // A name that only sounds like a region is one only where no region is named.
        if (regions.Any(r => !r.IsGuess))
            regions = [.. regions.Where(r => !r.IsGuess)];
        var (years, yearSpans) = YearReader.Read(folded);
        var relative = RelativeYearOf(folded, out var relativeSpans);
        var isEnglish = folded.Count(c => c >= '\u3400') < 6 && folded.Count(char.IsAsciiLetter) > 8;
        var counts = IsList(folded) ? Counted().Matches(folded).Select(m => new TextSpan(m.Index, m.Index + m.Length)) : [];
        var terms = topics.Read(folded, [.. regions.Select(r => r.Span), .. yearSpans, .. relativeSpans, .. counts], isEnglish);
        var units = UnitsOf(folded);
        // Several things asked for need not be numbers of one kind.
        if (!units.IsEmpty && (Asked().Count(folded) > 1 || SeveralThings(folded, terms)))
            units = [AskedUnit.Any];
        if (words.Has("self", folded))
            terms = SelfLighter(folded, terms);
        var status = StatusOf(folded);
        return new QuestionReading(
            folded,
            isEnglish,
            KindOf(folded, regions, years, units, status, terms),
            regions,
            years,
            relative,
            status,
            AspectsOf(folded, words),
            units,
            terms,
            ListCountOf(folded),
            IsPremise: Confirmed().IsMatch(folded) || (words.Has("premise", folded) && units.IsEmpty),
            AsksCeiling: words.Has("ceiling", folded) && !units.IsEmpty && (units.Contains(AskedUnit.Money) || words.Has("support", folded) || Paid().IsMatch(folded)),
            IsSelf: words.Has("self", folded),
            IsContinuation: words.Has("followup", folded),
            Attributes: units.IsEmpty ? [] : attributes.In(folded),
            Months: MonthsOf(folded),
            AsksFullYear: words.Has("fullyear", folded),
            AsksWho: words.Has("who", folded),
            AsksSupport: words.Has("support", folded),
            Asks: Math.Max(SeveralThings(folded, terms) ? 2 : 1, Asked().Count(folded)));
    }

    public static ImmutableHashSet<FigureAspect> AspectsOf(string folded, QuestionWords words) =>
        [.. AspectLists.Where(a => words.Has(a.List, folded)).Select(a => a.Aspect)];

    // Anonymised and English names are told by their capitals, which folding takes away.
    private static string CapitalsKept(string original, string folded) => folded.Length == original.Length
        ? string.Create(folded.Length, (original, folded), static (kept, texts) =>
        {
            for (var i = 0; i < kept.Length; i++)
                kept[i] = char.IsAscii(texts.original[i]) ? texts.original[i] : texts.folded[i];
        })
        : folded;

    // 成交额和高企总数: two things named, joined by 和.
    private static bool SeveralThings(string folded, ImmutableArray<TopicTerm> terms) =>
        Joined().IsMatch(folded) && terms.Count(t => t.IsKnown && t.Weight >= 1) > 1;

    // 我是科小，一年能领多少券？: who asks matters less than what is asked.
    private ImmutableArray<TopicTerm> SelfLighter(string folded, ImmutableArray<TopicTerm> terms)
    {
        var lighter = new bool[folded.Length];
        foreach (Match part in Parts().Matches(folded))
        {
            if (words.Has("self", part.Value) || (part.Value.StartsWith('是') && part.Length < 12))
                Array.Fill(lighter, true, part.Index, part.Length);
        }

        // Where all is said in one breath, nothing tells the two apart.
        return Array.TrueForAll(lighter, l => l)
            ? terms
            : [.. terms.Select(t => t.At >= 0 && lighter[t.At] ? t with { Weight = t.Weight * 0.4 } : t)];
    }

    private QuestionKind KindOf(
        string folded,
        ImmutableArray<RegionMention> regions,
        ImmutableArray<int> years,
        ImmutableHashSet<AskedUnit> units,
        AskedStatus status,
        ImmutableArray<TopicTerm> terms)
    {
        if (words.Injections.Any(all => all.All(folded.Contains)))
            return QuestionKind.Injection;
        if (words.Has("greeting", folded) && regions.IsEmpty && years.IsEmpty && terms.Sum(t => t.Weight) < 3)
            return QuestionKind.Greeting;
        if (words.Has("contact", folded))
            return QuestionKind.Contact;
        if (words.Has("offtopic", folded) && !words.Has("self", folded) && terms.Where(t => t.IsKnown).Sum(t => t.Weight) < 3)
            return QuestionKind.OffTopic;
        if (words.Has("thanks", folded) && regions.IsEmpty && units.IsEmpty && terms.Sum(t => t.Weight) < 2)
            return QuestionKind.Thanks;
        if (Confirmed().IsMatch(folded) && !words.Has("self", folded))
            return IsComparison(folded, regions, years, units, status) && Reached().IsMatch(folded) ? QuestionKind.Comparison : QuestionKind.Open;
        if (words.Has("documentnumber", folded))
            return QuestionKind.DocumentNumber;
        if (words.Has("person", folded) && words.Has("role", folded))
            return QuestionKind.Person;
        if (words.Has("date", folded) && words.Has("publication", folded) && (units.IsEmpty || units.SetEquals([AskedUnit.Any])))
            return QuestionKind.Date;
        if (IsComparison(folded, regions, years, units, status))
            return QuestionKind.Comparison;
        if (words.Has("date", folded) && (units.IsEmpty || units.SetEquals([AskedUnit.Any])))
            return QuestionKind.Date;
        if (!units.IsEmpty)
            return QuestionKind.Figure;
        if (words.Has("measure", folded) && (words.Has("self", folded) || (!IsList(folded) && WantsSupport().IsMatch(folded))))
            return QuestionKind.Measure;
        return IsList(folded) ? QuestionKind.List : QuestionKind.Open;
    }

    private bool IsComparison(
        string folded,
        ImmutableArray<RegionMention> regions,
        ImmutableArray<int> years,
        ImmutableHashSet<AskedUnit> units,
        AskedStatus status)
    {
        if (words.Has("self", folded))
            return false;
        if (words.Has("compare", folded) || status == AskedStatus.Both || AgainstYear().IsMatch(folded))
            return true;
        var places = regions.Where(r => !r.IsGuess).Select(r => r.Region.Name).Distinct().Count();
        return (places > 1 && (!units.IsEmpty || status != AskedStatus.Any)) || (!units.IsEmpty && ( years.Length > 1 && !YearRange().IsMatch(folded)));
    }

    private bool IsList(string folded) => words.Has("list", folded) || CountedThenWhat().IsMatch(folded);

    private AskedStatus StatusOf(string folded)
    {
        if (Reached().IsMatch(folded))
            return AskedStatus.Both;
        var wanted = Wanted().IsMatch(folded);
        var (target, achieved) = (wanted || words.Has("target", folded), words.Has(wanted ? "existing" : "achieved", folded));
        return (target, achieved) switch
        {
            (true, true) => AskedStatus.Both,
            (true, false) => AskedStatus.Target,
            (false, true) => AskedStatus.Achieved,
            _ => AskedStatus.Any,
        };
    }

    private ImmutableHashSet<AskedUnit> UnitsOf(string folded)
    {
        var units = ImmutableHashSet.CreateBuilder<AskedUnit>();
        if (!AsksNumber().IsMatch(folded))
            return [];
        if (words.Has("rank", folded) && RankAsked().IsMatch(folded))
            units.Add(AskedUnit.Rank);
        if (words.Has("percent", folded))
            units.Add(AskedUnit.Percent);
        if (words.Has("money", folded))
            units.Add(AskedUnit.Money);
        if (CountAsked().IsMatch(folded))
            units.Add(AskedUnit.Count);
        return units.Count == 0 ? [AskedUnit.Any] : units.ToImmutable();
    }

    private int? RelativeYearOf(string folded, out ImmutableArray<TextSpan> spans)
    {
        foreach (var (list, offset) in new[] { ("lastyear", -1), ("thisyear", 0), ("nextyear", 1) })
        {
            // 比去年 measures growth; it does not say which year is asked about.
            var found = words.Find(list, folded)
                .Where(f => f.Span.Start == 0 || folded[f.Span.Start - 1] is not ('比' or '较'))
                .ToImmutableArray();
            if (found.IsEmpty)
                continue;
            spans = [.. found.Select(f => f.Span)];
            return offset;
        }

        spans = [];
        return null;
    }

    /// <summary>The months of the year that a question names, bounds included; null when none.</summary>
    private static (int From, int To)? MonthsOf(string folded)
    {
        if (folded.Contains("上半年", StringComparison.Ordinal))
            return (1, 6);
        if (folded.Contains("前三季度", StringComparison.Ordinal))
            return (1, 9);
        var match = MonthRange().Match(folded);
        if (!match.Success)
            return null;
        var to = NumberScanner.Scan(match.Groups["to"].Value + "月") is [var end] ? (int)end.Scaled : 0;
        if (to is < 1 or > 12)
            return null;
        var from = match.Groups["from"].Success ? 1 : match.Groups["first"].Success ? 1 : to;
        return (from, to);
    }

    private static int? ListCountOf(string folded)
    {
        foreach (Match match in Counted().Matches(folded))
        {
            // “科技新政20条” is a name, “四个一批” a count.
            var quote = folded.LastIndexOf('“', match.Index);
            if (quote >= 0 && quote < match.Index - 1 && folded.IndexOf('”', quote) > match.Index)
                continue;
            var number = NumberScanner.Scan(match.Value);
            if (number is [{ Value: >= 2 and <= 60 } one])
                return (int)one.Value;
        }

        return null;
    }

    // 是不是, 已经…了吧: what is said is to be confirmed.
    [GeneratedRegex("是不是|是否|对吗|对不对|对吧|是吗|真的吗|已经.{0,24}(了吧|了吗|吧|了)$|了吧[?]?$|是真的|有没有达到|is it true|isn't it|right[?]$")]
    private static partial Regex Confirmed();

    // 目标完成了吗: target against result.
    [GeneratedRegex("(目标|任务|计划).{0,6}(完成|实现|达成|达到).{0,3}(了吗|没有|了没|情况|率|了多少|多少|没)|(完成|实现|达成|达到).{0,3}(目标|任务|计划).{0,3}(了吗|没|吗|情况)|超额完成")]
    private static partial Regex Reached();

    // 要做到多少: a plan is asked for, whatever the verb.
    [GeneratedRegex("要(再|新|争取)?(做到|做成|到|达|新增|新认定|投|建|办|发|完成|实现|突破|超过|培育|引进|增加|增长|涨|提高|搞|推荐|申报|多少|几)|争取|力争|打算")]
    private static partial Regex Wanted();

    // 比2021年多, 较上年: two years side by side.
    [GeneratedRegex("(比|跟|和|与|较)(19|20)?\\d\\d(年|多|少|高|低|快|慢|增|涨)|(多|少|高|低|快|慢)了?还是")]
    private static partial Regex AgainstYear();

    [GeneratedRegex(@"多少|(?<!哪)几|多大|多高|多长|百分之|占比|比重|增速|增幅|增长率|总量|总数|总额|规模|[0-9一-十]*分(?=[,。?]|$)|how (many|much)|what (percent|share|rate)|what (is|was|are|were)\b.*\b(rate|share|target|amount|number|growth|total|figure)|growth|目标(是|为|呢|值|件|$|\?)|(率|额|值|数|量)(呢|是|\?|$|有|达|,)|强度|到百分|第几|几成|翻几番|排名|名次")]
    private static partial Regex AsksNumber();

    [GeneratedRegex("什么|啥|怎么|如何|能不能|可以|有没有|吗|政策|给不给|办法|support|loan|subsid|grant|voucher|fund")]
    private static partial Regex WantsSupport();

    [GeneratedRegex("券|补|奖|贷|资助|扶持|抵")]
    private static partial Regex Paid();

    [GeneratedRegex(@"<[^<>]{0,200}>|\*\*|\]\([^)]{0,200}\)|[`#]")]
    private static partial Regex Markup();

    // 1-11月, 1到10月, 前10个月, 12月(份); the last only where a month's own figure is asked for.
    [GeneratedRegex("(?<from>1)(-|到|至|~|月-|月到|月至)(?<to>1[0-2]|[1-9])月|(?<first>前)(?<to>1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})个?月|(?<![0-9年-])(?<to>1[0-2]|[1-9])月份?(?!底|末|[0-9])")]
    private static partial Regex MonthRange();

    [GeneratedRegex("[^,。?!;]+")]
    private static partial Regex Parts();

    [GeneratedRegex("和|与|及|、|跟")]
    private static partial Regex Joined();

    [GeneratedRegex("多少|几(?!乎)|呢|什么|多大|多高|多长|多久|how many|how much")]
    private static partial Regex Asked();

    // 第几次会议, 第几届 ask for an ordinal, not for a rank.
    [GeneratedRegex("排名|名次|位次|第几(?![次届批期条章])|rank")]
    private static partial Regex RankAsked();

    [GeneratedRegex("(?<![第哪])(多少|几)(?!万|亿|元|钱|成|个?百分|个点)[家个项件人名场次笔条份支位只辆台套种类所座亩篇批]|how many")]
    private static partial Regex CountAsked();

    [GeneratedRegex(@"(?:[二三四五六七八九十两]{1,3}|\d{1,2})[大个项类条种支方位家份](?!百分)")]
    private static partial Regex Counted();

    [GeneratedRegex(@"([二三四五六七八九十两]{1,3}|\d{1,2})[大个项类条种支].{0,12}(是什么|是啥|指什么|有什么|分别|是哪|都?叫啥|都?叫什么|包括)|哪[二三四五六七八九十两]|“[^”]{1,8}”.{0,6}(指什么|是什么|是啥)")]
    private static partial Regex CountedThenWhat();

    [GeneratedRegex(@"(19|20)?\d\d年?(-|到|至|~)(19|20)?\d\d")]
    private static partial Regex YearRange();
}
