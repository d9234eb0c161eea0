using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>
/// 向境外机构购买的服务不适用, 土建投资不计入补助基数, 旅游商品展销会除外: what is left out, by what was told of the matter itself. Met where that is
/// plainly something else; missed only by who is left out as a whole.
/// </summary>
internal sealed partial class ExclusionJudge(MatchVocabulary vocabulary)
{
    // 汽车零部件展 says what it is of; 大展 doesn't.
    private const int LeastName = 3;

    public ConditionMatch Judge(ConditionMatch match, EnterpriseProfile profile)
    {
        if (match.Verdict != ConditionVerdict.ToConfirm || profile.Deeds.IsEmpty)
            return match;
        var clause = TextFolding.Fold(match.Clause);
        if (LeftOut().Match(clause) is not { Success: true } leftOut)
            return match;
        var what = clause[..leftOut.Index];
        if (SoleTrader().Match(what).Length == what.Length)
            return BySoleTrader(match, profile);
        // 逾期贷款不予贴息: a loan of another name may be overdue all the same; only what is said of that settles it.
        if (Lapse().Match(what) is { Success: true } lapse)
            return ByLapse(match, lapse.Value, profile);
        var told = Foreign.IsNamedIn(what) ? profile.Deeds.FirstOrDefault(Foreign.IsHomeIn)
            : OfBase().IsMatch(leftOut.Value) ? profile.Deeds.FirstOrDefault(d => IsToldApart(what, d))
            : profile.Deeds.FirstOrDefault(d => IsOtherOfKind(what, d));
        return told is null ? match : match with { Verdict = ConditionVerdict.Met, Told = new Bilingual(told, told), Missing = null };
    }

    private static ConditionMatch ByLapse(ConditionMatch match, string lapse, EnterpriseProfile profile)
    {
        foreach (var deed in profile.Deeds.Where(d => d.Contains(lapse, StringComparison.Ordinal)))
        {
            var before = deed[..deed.IndexOf(lapse, StringComparison.Ordinal)];
            var isDenied = Denial().IsMatch(before);
            if (isDenied || !Doubt().IsMatch(deed))
                return match with { Verdict = isDenied ? ConditionVerdict.Met : ConditionVerdict.NotMet, Told = new Bilingual(deed, deed), Missing = null };
        }

        return match;
    }

    // Who tells of a company or an enterprise of its own is none; who says to be one is left out.
    private static ConditionMatch BySoleTrader(ConditionMatch match, EnterpriseProfile profile)
    {
        if (profile.Deeds.FirstOrDefault(d => SoleTrader().IsMatch(d)) is { } trader)
            return match with { Verdict = ConditionVerdict.NotMet, Told = new Bilingual(trader, trader) };
        return profile.Deeds.FirstOrDefault(d => OwnCompany().IsMatch(d)) is { } company
            ? match with { Verdict = ConditionVerdict.Met, Told = new Bilingual(company, company), Missing = null }
            : match;
    }

    // 其中设备800万元，其余是厂房土建: the part that doesn't count is told as another one.
    private static bool IsToldApart(string what, string deed)
    {
        var name = Costs().Replace(what, "");
        return name.Length > 1 && Rest().Match(deed) is { Success: true } rest && deed[rest.Index..].Contains(name[^2..], StringComparison.Ordinal);
    }

    // 旅游商品展销会, told 汽车零部件展: the same kind of thing by another name that tells what it is of.
    private bool IsOtherOfKind(string what, string deed)
    {
        if (vocabulary.DeedForms.FindIn(what) is not [.., { Span: var span, Value: var kind }] || span.End != what.Length || span.Start < 2)
            return false;
        var name = what[..span.Start];
        return kind.Told.Select(t => OfWhat(deed, t)).FirstOrDefault(o => o.Length > 0) is { Length: >= LeastName } own
            && !Pairs(name).Any(own.Contains);
    }

    // 一次汽车零部件展: what stands right before the word, without what was done.
    private static string OfWhat(string deed, string thing)
    {
        var at = deed.LastIndexOf(thing, StringComparison.Ordinal);
        return at <= 0 ? "" : Before().Match(deed[..at]).Value;
    }

    private static IEnumerable<string> Pairs(string name) => Enumerable.Range(0, name.Length - 1).Select(i => name.Substring(i, 2));

    [GeneratedRegex("(?:部分)?(?:除外|不计入[^,]*|不列入[^,]*|不纳入[^,]*|不作为[^,]*|不适用[^,]*|不予[^,]*|不得使用[^,]*|不得享受[^,]*|不享受[^,]*|不在[^,]*范围[^,]*|不属于[^,]*范围[^,]*|不补|不贴)$")]
    private static partial Regex LeftOut();

    [GeneratedRegex("逾期|展期|违约|失信|欠缴|欠税|强制性认证|强制认证|强制检测|法定检验|股权关联|关联")]
    private static partial Regex Lapse();

    [GeneratedRegex("(?:没有?|无|未|不是|不存在|不在|不属于|从未|没|不)[^,]{0,8}$")]
    private static partial Regex Denial();

    [GeneratedRegex("如果|要是|假如|若|是否|会不会|吗|如何|怎么")]
    private static partial Regex Doubt();

    [GeneratedRegex("个体工商户|个体户|个体经营者")]
    private static partial Regex SoleTrader();

    [GeneratedRegex("有限公司|有限责任公司|股份公司|(?:我们|我)(?:公司|企业)|我司|本公司|本企业|(?:我们|我司|公司|企业)是[^,]{0,12}(?:企业|公司|厂)|^(?:是|属于)(?:一?家)?[^,]{0,12}(?:企业|公司)|^(?:民营|私营|规上|规模以上)?(?:工业)?企业")]
    private static partial Regex OwnCompany();

    [GeneratedRegex("基数|范围|投资|投入|费用|金额")]
    private static partial Regex OfBase();

    [GeneratedRegex("(?:投资|投入|费用|支出|部分|款项?|金额)+$")]
    private static partial Regex Costs();

    [GeneratedRegex("其余|余下|剩下|另外|其他")]
    private static partial Regex Rest();

    [GeneratedRegex("[^一二两三四五六七八九十0-9了过,的次个场届]+$")]
    private static partial Regex Before();
}
