using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>
/// Tells which region the numbers of one paragraph speak of: the place that opens their clause or an earlier one of the sentence, a
/// place they are set against (全省平均2.6%, 与深圳（850家）), else the report's own.
/// </summary>
internal sealed partial class RegionReader
{
    // A place named longer ago is no longer spoken of; keeps a line as long as a book linear.
    private const int LongestLook = 300;
    private const string Suffixes = "市县区省";

    // 高于行业平均水平（3%）: whose that is isn't said; no report's own.
    private const string Unnamed = "平均水平";
    private const string Breaks = "，,；;。：:";
    private static readonly string[] Follow = ["平均", "全市平均", "为", "达", "完成", "实现", "有", "新增", "新认定", "共", "净增", "累计", "分别"];
    private static readonly string[] Fillers = ["共有", "仅有", "共", "仅", "只有", "有"];

    private readonly string _text;
    private readonly OwnRegion _own;
    private readonly Lazy<Dictionary<int, RegionMention>> _byStart;
    private readonly Lazy<Dictionary<int, RegionMention>> _byEnd;

    public RegionReader(string text, OwnRegion own)
    {
        _text = text;
        _own = own;
        var places = new Lazy<IReadOnlyList<RegionMention>>(() => Gazetteer.Default.FindIn(text, withUnlisted: false));
        _byStart = new(() => places.Value.ToDictionary(place => place.Span.Start));
        _byEnd = new(() => places.Value.ToDictionary(place => place.Span.End));
    }

    /// <param name="mentions">The numbers of the sentence, in reading order.</param>
    /// <param name="isDifference">A difference or a rank: what it is measured against is no place it speaks of.</param>
    public string? Of(int sentenceStart, Mention mention, Mention[] mentions, bool isDifference)
    {
        var at = mention.Span.Start;
        sentenceStart = Math.Max(sentenceStart, at - LongestLook);
        mentions = Near(mentions, sentenceStart, at + LongestLook);
        if (!isDifference && (Whole(sentenceStart, at) ?? Compared(sentenceStart, at)) is { } other)
            return other;
        return Opening(sentenceStart, mention, mentions) ?? _own.Name;
    }

    /// <summary>True when a clause's noun is places and nothing else (绍兴市, 全省, 青羊区、金牛区): then it names no indicator.</summary>
    public static bool IsPlace(string noun) => noun.Split('、', '和', '与', '及').All(IsOnePlace);

    private static bool IsOnePlace(string noun) =>
        noun is ['全', _, ..] and { Length: <= 4 }
        || (noun.Length is 3 or 4 && Suffixes.Contains(noun[^1], StringComparison.Ordinal) && !noun.EndsWith("新区", StringComparison.Ordinal))
        || (noun.Length > 3 && noun[^1] is '区' or '城' && Gazetteer.Default.FindIn(noun, withUnlisted: false) is [{ Span: var span }] && span.Length == noun.Length);

    // Both bounds by halving: a sentence may hold thousands of numbers.
    private static Mention[] Near(Mention[] mentions, int from, int to)
    {
        var first = FirstFrom(mentions, from);
        return first == 0 && mentions.Length < LongestLook ? mentions : mentions[first..FirstFrom(mentions, to)];
    }

    private static int FirstFrom(Mention[] mentions, int start)
    {
        var (low, high) = (0, mentions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = mentions[middle].Span.Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // 全国15个试点, 全省仅3家, 全南通3家: the number counts the whole's.
    private string? Whole(int from, int number)
    {
        var before = _text[from..number];
        foreach (var filler in Fillers)
        {
            if (before.EndsWith(filler, StringComparison.Ordinal))
            {
                before = before[..^filler.Length];
                break;
            }
        }
        if (before.Length >= 2 && before[^2..] is "全国" or "全省")
            return _own.Called(before[^2..]);
        return EndOf(from + before.Length) is { } mention && mention.Span.Start > from && _text[mention.Span.Start - 1] == '全' ? mention.Region.Name : null;
    }

    // 高于全省平均水平（2.26%）, 低于全国平均6%, 与深圳（约850家）.
    private string? Compared(int from, int number)
    {
        var before = _text[from..number];
        if (AverageBefore().Match(before) is { Success: true } average)
            return PlaceEndingAt(from, from + average.Index) ?? (average.Groups["level"].Success ? Unnamed : null);
        if (BracketBefore().Match(before) is not { Success: true } bracket)
            return null;
        var end = from + bracket.Index;
        if (PlaceEndingAt(from, end) is { } place)
            return place == _own.Name ? null : place;
        // 低于北京中关村（318件）: a place in the place that is named.
        return AgainstBefore().Match(_text[from..end]) is { Success: true } against && MentionAt(from + against.Groups["what"].Index) is { } known && !_own.Is(known.Region)
            ? against.Groups["what"].Value
            : null;
    }

    private string? PlaceEndingAt(int from, int end)
    {
        if (end - from >= 2 && _own.Called(_text[(end - 2)..end]) is { } called)
            return called;
        return EndOf(end) is { } mention && mention.Span.Start >= from ? _own.Is(mention.Region) ? _own.Name : mention.Region.Name : null;
    }

    private RegionMention? EndOf(int end) => _byEnd.Value.GetValueOrDefault(end);

    private RegionMention? MentionAt(int start) => _byStart.Value.GetValueOrDefault(start);

    // The place that opens a clause goes on being spoken of to the sentence's end, or until another is named.
    private string? Opening(int from, Mention mention, Mention[] mentions)
    {
        var at = mention.Span.Start;
        List<string> places = [];
        var (clause, current) = (from, from);
        var hasNumber = true;
        while (clause < at)
        {
            var end = clause;
            while (end < at && !Breaks.Contains(_text[end], StringComparison.Ordinal) && !(_text[end] is '(' or '（' && PlacesAt(end + 1, at) is { Count: > 0 }))
                end++;
            var start = clause + LeadBefore().Match(_text[clause..end]).Length;
            if (PlacesAt(start, at) is { } found)
                places = found;
            else if (_text.AsSpan(start, end - start) is ['分', '别', ..] or ['依', '次', ..] && ListBefore(from, clause - 1) is { Count: > 1 } listed)
                places = listed;
            else if (places.Count > 1 && Together().IsMatch(_text[start..end]))
                places = [string.Join('、', places)];
            else if (!hasNumber && FigureLexicon.Default.At(_text, start, WordRoles.New | WordRoles.Net | WordRoles.Verb).Length > 0)
                places = []; // 新昌县列入名单，新认定4家: whose doing the second is the place of the first doesn't tell.
            hasNumber = mentions.Any(other => other.Span.Start >= clause && other.Span.Start < end);
            (current, clause) = (clause, end + 1);
        }
        if (places.Count < 2)
            return places.Count == 0 ? null : places[0];
        var close = at;
        while (close < _text.Length && !Breaks.Contains(_text[close], StringComparison.Ordinal))
            close++;
        var before = mentions.Count(other => other.Span.Start >= current && other.Span.Start < at);
        var all = mentions.Count(other => other.Span.Start >= current && other.Span.Start < close);
        return all % places.Count == 0 ? places[before % places.Count] : string.Join('、', places);
    }

    // 成都高新区、武侯区、双流区，分别为…: the list that ends the clause before.
    private List<string>? ListBefore(int from, int end)
    {
        List<string> places = [];
        while (EndOf(end) is { } mention && mention.Span.Start >= from)
        {
            places.Insert(0, NameOf(mention.Region));
            end = mention.Span.Start;
            if (end - 1 < from || _text[end - 1] is not ('、' or '和' or '与' or '及'))
                break;
            end--;
        }
        return places;
    }

    // The places that a clause opens with and says something of; an empty list when it comes back to the report's own region; null when it names none.
    private List<string>? PlacesAt(int start, int limit)
    {
        List<string> places = [];
        var at = start;
        var isJoined = false;
        while (at < limit && OneAt(at, limit) is { } one)
        {
            places.Add(one.Name);
            at += one.Length;
            isJoined = at < limit && _text[at] is '、' or '和' or '与' or '及';
            at += isJoined ? 1 : 0;
        }
        // 枝江、当阳省级高新区: a list that goes on with what is no place is not understood.
        if (places.Count == 0 || at >= limit || isJoined)
            return null;
        return places is [var only] && only == _own.Name ? [] : places;
    }

    private (string Name, int Length)? OneAt(int at, int limit)
    {
        var rest = _text[at..limit];
        if (rest.Length > 2 && _own.Called(rest[..2]) is { } called)
            return called == _own.Name || WholesFigure().IsMatch(rest[2..]) ? (called, 2) : null;
        if (MentionAt(at) is { } mention && mention.Span.End < limit)
        {
            var after = _text[mention.Span.End..limit];
            var isFull = _text[mention.Span.End - 1] == mention.Region.Name[^1] || mention.Region.Level == RegionLevel.Zone;
            if (_own.Is(mention.Region))
                return (_own.Name!, mention.Span.Length); // Is() holds for a report with a region only.
            if (Institution().IsMatch(after))
                return null;
            return IsFollowed(after) || WholesFigure().IsMatch(after) || (isFull && !_own.IsAround(mention.Region)) ? (NameOf(mention.Region), mention.Span.Length) : null;
        }
        if (ZoneAlone().Match(rest) is { Success: true } zone && zone.Length < rest.Length && !Institution().IsMatch(rest[zone.Length..]))
            return Gazetteer.Default.Find(zone.Value) is { } alone ? (_own.Is(alone) ? _own.Name! : alone.Name, zone.Length) : null;
        if (Named().Match(rest) is { Success: true } named && IsFollowed(rest[named.Length..]))
            return (named.Value, named.Length);
        return null;
    }

    private string NameOf(Region region) => _own.Is(region) ? _own.Name ?? region.Name : region.Name;

    private static bool IsFollowed(string rest) => Follow.Any(word => rest.StartsWith(word, StringComparison.Ordinal)) || rest is ['、' or '和' or '与', ..];

    [GeneratedRegex("(?:同期)?的?平均(?<level>水平|值)?(?:为|的|是|约|达到?|仅)*[(（]?(?:约|近|超过?|为|仅)*$")]
    private static partial Regex AverageBefore();

    [GeneratedRegex("[(（](?:约|近|超过?|为|仅|达|有)*$")]
    private static partial Regex BracketBefore();

    [GeneratedRegex("(?:低于|高于|不及|少于|多于|落后于|超过|仅次于|与|比|较)(?<what>[一-鿿]{2,10})$")]
    private static partial Regex AgainstBefore();

    /// <summary>What stands before a clause's subject and is no part of it: 其中, 而, 年末, 截至6月底.</summary>
    [GeneratedRegex("^(?:[一二三四五六七八九十]+[是要]|其中|而|但|同时|同期|截至|截止|到|至|年末|年底|期末|目前|全年|当年|[(（]?\\d{4}年(?:末|底|度)?|\\d{1,2}月(?:底|末)?|[,，\\s])*")]
    private static partial Regex LeadBefore();

    [GeneratedRegex("^[两三四五六七八九十\\d]{1,2}[地区市县家]")]
    private static partial Regex Together();

    /// <summary>What follows 全国 or 全省 when they have a figure of their own, and don't open a name (全国重点实验室).</summary>
    [GeneratedRegex("^(?:同期|平均|的?平均|整体|总体|共|仅|研发|R&D|科研|科技型|高新技术企业|高企|发明专利|专利|技术合同|技术交易|GDP|地区生产总值|规上|规模以上|每万|万人|基础研究|数字|全社会)")]
    private static partial Regex WholesFigure();

    [GeneratedRegex("^(?:管委会|管理委员会|科[技学]|财政|人民|政府|市委|省委|区委|县委|党|委|局|厅|分局|法院|大学|学院|研究|实验室|医院|银行|集团|公司|国际|综合性|创新研究|路|大道)")]
    private static partial Regex Institution();

    /// <summary>A zone by its own name, opening a clause.</summary>
    [GeneratedRegex("^[一-鿿-[全我各本该国省市县区的在和与及到是为对将从由年月日]]{2,4}?(?:高新区|经开区|科学城|科技城|新片区|自贸区|综保区|经济技术开发区|高新技术产业开发区)")]
    private static partial Regex ZoneAlone();

    /// <summary>A place told by its suffix only.</summary>
    [GeneratedRegex("^[一-鿿-[全我各本该国省市县区设高园的在和与及到是为比较对将从由年月日末首超过次示范]][一-鿿-[全我各本该国省市县区的在和与及到是为比较对将从由年月日末首超过次示范新园景社校]]{1,3}?[市县区镇省]")]
    private static partial Regex Named();
}
