using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Parts a sentence that gives into its cases: 首次认定的，奖励20万元；重新认定的，奖励10万元.</summary>
internal sealed class CaseReader(PolicyText text)
{
    private static readonly Regex Opens = MeasureWords.Form(
        "(?:按照?|以其|参照|给予|予以|给以|一次性|分别|最高|最多|奖励|奖补|补助|补贴|资助|再给予|再奖励|每[个家件项人年户篇名位台套款次单张平]|不超过|不高于|可?享受|由|配套|支持|授信|减按|按年|另行|额外|上限|全额|贴息|可按|可申[请领]|扶持|在此基础上|最低|择优给予|择优|不低于(?=\\d)|连续[一二三两1-5]年给予|连续[一二三两1-5]年每年)");

    private static readonly Regex Filler = MeasureWords.Form(
        "^(?:并|同时|且|但|最终|原则上|对|" + MeasureWords.Any("quantifier") + "|年度|全年|补助|补贴|奖励|资助|支持|资金|金额|总额|累计|合计|期限|额度|,|;|。|其中|的|上述|以上|所有|各类|实际|可|和|、|与|一个年度内?|单位|企业|团队|项目|最高|每年度?|当年|比例|标准|当年度|贴息|保费|专项|连续|不重复|获|奖金|经费|年|总计|享受|获得|创新券|此项|本项|该项|政策|累积|内|在|每个?自然年度|同一年度|申领|使用|和|给予|时间|最长|期|使用时?|申领时?|三年|3年|两年|2年|补贴期|贷款|利息|支付|含|税)*$");

    private const int LongestLimit = 26;
    private const int LongestBehind = 4;

    private static readonly Regex Limits = MeasureWords.Form("^(?:且|并|但|其中)?,?(?:对)?" + MeasureWords.Any("quantifier"));
    private static readonly Regex Common = MeasureWords.Form("同一|累计|合计|总额|所有|上述|以上(?:各|政策|奖|补|支持)|单个企业每年|每家企业每年|各项");
    private static readonly Regex Tail = MeasureWords.Form("^[^,;。:]{0,18}?(?=[,;。:]|$)");

    private static readonly Regex Staged = MeasureWords.Form("分(?:[一二三四五两1-5]个?)?(?:阶段|期|步|批|次|年度?|档)|按(?:阶段|进度)");

    // Whether a part of the document gives anything is asked at every level of its tree.
    private readonly Dictionary<(TextSpan Sentence, bool IsStandard), ImmutableArray<PolicyCase>> _known = [];

    /// <param name="isStandard">See <see cref="GivenAmounts.Read"/>.</param>
    public ImmutableArray<PolicyCase> Read(TextSpan sentence, bool isStandard)
    {
        if (!_known.TryGetValue((sentence, isStandard), out var cases))
            _known[(sentence, isStandard)] = cases = ReadAnew(sentence, isStandard);
        return cases;
    }

    private ImmutableArray<PolicyCase> ReadAnew(TextSpan sentence, bool isStandard)
    {
        var amounts = new GivenAmounts(text).Read(sentence, isStandard);
        var cases = new List<PolicyCase>();
        var from = sentence.Start;
        foreach (var amount in amounts)
        {
            var zone = ZoneBefore(from, amount, sentence);
            var isChained = cases.Count > 0 && cases[^1].Amounts[^1].Span.End is var end && amount.Span.Start - end is 0 or 1 && zone.Length == 0;
            if (isChained && amount.Kind == cases[^1].Amounts[^1].Kind)
                Add(cases, amount);
            else if (cases.Count > 0 && !TakesAnother(cases[^1], amount, from) && (IsFiller(zone) || IsLimit(amount, zone)))
                AddBehind(cases, amount, from);
            else
                cases.Add(new(zone, null, [amount], false));
            from = amount.Span.End;
        }
        TakeTotal(cases, sentence);
        return [.. cases.SelectMany(new SideBySide(text).Part)];
    }

    // 按设备投资的25%补助；按服务收入的10%另行奖励: something else is given for something else.
    private bool TakesAnother(PolicyCase last, MeasureAmount amount, int from) =>
        amount is { Kind: AmountKind.Rate, Base: { } own } && last.Amounts.Any(a => a is { Kind: AmountKind.Rate, Base: { } other } && other.Words.Text != own.Words.Text)
        && text.Plain.AsSpan(from, amount.Span.Start - from).Contains(';')
        && text.Plain.AsSpan(from, Math.Min(text.Plain.Length, amount.Span.End + LongestBehind) - from).Contains('另');

    // 分阶段奖励500万元：完成辅导的奖励100万元；…: what its stages come to together, given once.
    private void TakeTotal(List<PolicyCase> cases, TextSpan sentence)
    {
        if (cases.Count < 3 || cases[0].Amounts is not [{ Kind: AmountKind.Fixed or AmountKind.Ceiling } total] || MoneyUnit.Yuan(total.Value, total.Unit) is not { } whole)
            return;
        var leads = text.Plain.AsSpan(total.Span.End, cases[1].Amounts[0].Span.Start - total.Span.End).IndexOf(':') >= 0 || text.Plain[total.Span.End..cases[1].Amounts[0].Span.Start].Contains("其中", StringComparison.Ordinal);
        var stages = cases.Skip(1).Where(c => !c.IsLimit).Select(c => c.Amounts[0]).ToArray();
        if (!leads || !Array.TrueForAll(stages, a => a.Kind is AmountKind.Fixed or AmountKind.Ceiling))
            return;
        if (Staged.IsMatch(text.Plain[sentence.Start..total.Span.Start]) || stages.Sum(a => MoneyUnit.Yuan(a.Value, a.Unit) ?? 0) == whole)
            cases[0] = cases[0] with { Amounts = [total with { Kind = AmountKind.Ceiling }], IsLimit = true };
    }

    private static void Add(List<PolicyCase> cases, MeasureAmount amount) =>
        cases[^1] = cases[^1] with { Amounts = cases[^1].Amounts.Add(amount) };

    // ，最高不超过50万元 caps its case; ；同一企业累计不超过100万元 all of them.
    private void AddBehind(List<PolicyCase> cases, MeasureAmount amount, int from)
    {
        var between = text.Plain[from..amount.Span.End];
        var isLimit = amount.Kind == AmountKind.Ceiling && cases.Count > 1 && Common.IsMatch(between);
        if (isLimit)
            cases.Add(new(default, null, [amount], true));
        else if (cases[^1].IsLimit)
            cases.Add(new(default, null, [amount], amount.Kind == AmountKind.Ceiling));
        else
            Add(cases, amount);
    }

    private bool IsFiller(TextSpan zone) => Filler.IsMatch(text.PlainOf(zone).Trim());

    // 单个企业年度贴息额最高50万元: sets a limit, and names no case.
    private bool IsLimit(MeasureAmount amount, TextSpan zone) =>
        amount.Kind == AmountKind.Ceiling && zone.Length <= LongestLimit && Limits.Match(text.PlainOf(zone)) is { Success: true } match
        && text.PlainOf(zone)[match.Length..].IndexOf('的', StringComparison.Ordinal) < 0;

    // From behind the last amount's own words to where the giving begins.
    private TextSpan ZoneBefore(int from, MeasureAmount amount, TextSpan sentence)
    {
        if (from > sentence.Start)
            from += Tail.Match(text.Plain[from..amount.Span.Start]).Length;
        var end = amount.Base is { } taken && taken.Words.Span.Start >= from && taken.Words.Span.Start < amount.Span.Start
            ? taken.Words.Span.Start
            : amount.Span.Start;
        var plain = text.Plain[from..end];
        var clause = plain.LastIndexOfAny([',', ';', '。', ':', '\n']) + 1;
        var opens = Opens.Matches(plain, clause).FirstOrDefault(m => !IsInside(plain, m));
        var stop = opens is not null ? opens.Index : amount.Kind is AmountKind.Ceiling or AmountKind.Floor && clause > 0 && Filler.IsMatch(plain[clause..]) ? clause : plain.Length;
        return text.Trim(new(from, from + stop));
    }

    // 获得贷款贴息支持的企业: the word is part of a condition, for what holds it ends in 的 later in the clause.
    private static bool IsInside(string plain, Match match)
    {
        var rest = plain.AsSpan(match.Index + match.Length);
        return match.Value is "奖励" or "补助" or "资助" or "支持" or "补贴" or "贴息" or "由" or "配套" or "奖补" or "扶持" or "最高" or "一次性" or "择优" or "按" && (rest.EndsWith("的") && match.Value != "按" || rest.Contains("的企业", StringComparison.Ordinal) || rest.Contains("的项目", StringComparison.Ordinal) || rest.Contains("的单位", StringComparison.Ordinal) || rest.Contains("的给予", StringComparison.Ordinal));
    }
}
