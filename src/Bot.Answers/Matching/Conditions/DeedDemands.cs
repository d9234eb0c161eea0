using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>What a clause asks to have been done, and with whom: all of it must be told in one deed.</summary>
internal sealed partial class DeedDemands
{
    // Words that the vocabulary knows stand as single characters of the private use area while the rest is taken apart.
    private const char Known = '\uE000';

    // Two words, or one that is no everyday one: 劳动合同, 外观设计.
    private const int LeastOne = 4;

    private readonly ImmutableArray<DeedEntry> _entries;
    private readonly ImmutableArray<ImmutableArray<string>> _lists;
    private readonly string _clause;

    private DeedDemands(string clause, ImmutableArray<DeedEntry> entries, ImmutableArray<ImmutableArray<string>> lists) =>
        (_clause, _entries, _lists) = (clause, entries, lists);

    /// <param name="clause">Folded.</param>
    public static DeedDemands Of(string clause, MatchVocabulary vocabulary)
    {
        var rest = Bank().Replace(Academic().Replace(InOwn().Replace(Outside().Replace(Year().Replace(clause, " "), " "), " "), " "), " ");
        var entries = ImmutableArray.CreateBuilder<DeedEntry>();
        foreach (var (span, entry) in vocabulary.DeedForms.FindIn(rest).Reverse())
        {
            rest = rest[..span.Start] + (char)(Known + entries.Count) + rest[span.End..];
            entries.Add(entry);
        }

        var lists = Lists().Matches(Filler().Replace(rest, " "))
            .Select(l => l.Value.Split(['、', '/'], StringSplitOptions.RemoveEmptyEntries).Where(IsWord).ToImmutableArray())
            .Where(l => !l.IsEmpty);
        return new DeedDemands(clause, entries.ToImmutable(), [.. lists]);
    }

    /// <summary>Enough is asked for that a deed which holds all of it can't do so by chance.</summary>
    public bool IsTelling =>
        _lists.Length + (Academic().IsMatch(_clause) ? 1 : 0) + (Bank().IsMatch(_clause) ? 1 : 0) > 1
        || (_lists is [[var only]] && (only.Length >= LeastOne || only.Count(IsKnown) > 1 || (only.Length > 2 && only.Any(IsKnown))));

    /// <param name="own">Where the enterprise is.</param>
    public bool AreMetBy(string deed, Region? own)
    {
        if (Year().Match(_clause) is { Success: true } year && !deed.Contains(year.Groups["y"].Value, StringComparison.Ordinal))
            return false;
        if (Outside().IsMatch(_clause) && !(own is not null && PlacesIn(deed).Any(p => !Places.IsIn(p, own) && !Places.IsIn(own, p))))
            return false;
        if (InOwn().Match(_clause) is { Success: true } inside && !deed.Contains(inside.Groups["c"].Value, StringComparison.Ordinal))
            return false;
        if (Academic().IsMatch(_clause) && !Academy().IsMatch(deed))
            return false;
        if (Bank().IsMatch(_clause) && !Bank().IsMatch(deed))
            return false;
        var plain = NoFair().Replace(deed, "");
        return _lists.All(list => list.Any(item => IsTold(item, plain, isOneOfSeveral: list.Length > 1)));
    }

    // 检验检测、仪器共享: of a list one, be it by its end; one thing alone by its whole name.
    private bool IsTold(string item, string deed, bool isOneOfSeveral)
    {
        if (!item.Where(IsKnown).All(c => _entries[c - Known].IsToldIn(deed)))
            return false;
        return KnownWord().Split(item).Where(w => w.Length > 1).All(word => deed.Contains(isOneOfSeveral ? word[^2..] : word, StringComparison.Ordinal));
    }

    // 天津大学 is in 天津, though its name is no place's.
    private static IEnumerable<Region> PlacesIn(string deed) => Gazetteer.Default.FindIn(deed)
        .Concat(InName().Matches(deed).SelectMany(n => Gazetteer.Default.FindIn(n.Value)))
        .Where(m => !m.IsGuess)
        .Select(m => m.Region);

    private static bool IsWord(string item) => item.Length > 1 || item.Any(IsKnown);

    private static bool IsKnown(char c) => c is >= Known and < '\uF000';

    [GeneratedRegex("[\uE000-\uEFFF]")]
    private static partial Regex KnownWord();

    // 开展, 发展: no fairs (展).
    [GeneratedRegex("[开发拓扩进]展")]
    private static partial Regex NoFair();

    [GeneratedRegex("银行")]
    private static partial Regex Bank();

    [GeneratedRegex("高等院校|高等学校|高校院所|高校|院校|大专院校|科研院所|科研机构|院所")]
    private static partial Regex Academic();

    [GeneratedRegex("大学|学院|研究院|研究所|科学院|交大|高校|科研院所")]
    private static partial Regex Academy();

    [GeneratedRegex("[\\u4e00-\\u9fff]{2,3}(?=大学|学院|交大)")]
    private static partial Regex InName();

    [GeneratedRegex("(?<y>20\\d\\d)年度?")]
    private static partial Regex Year();

    [GeneratedRegex("市外|省外|区外|[\\u4e00-\\u9fff]{2,8}以外")]
    private static partial Regex Outside();

    // 在绵银行: banks in the place, by its short name.
    [GeneratedRegex("在(?<c>[\\u4e00-\\u9fff])(?=银行|金融|高校)")]
    private static partial Regex InOwn();

    [GeneratedRegex("[“”\"《》〈〉]|企业|单位|机构|用于|开展|进行|实施|取得|获得|完成|办理|通过|属于|合作|联合|服务|境内外|等|的|与|向|从|和|及|或|并|且|在|由|已|被|度")]
    private static partial Regex Filler();

    [GeneratedRegex("[^ ,()]+")]
    private static partial Regex Lists();
}
