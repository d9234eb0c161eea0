using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Reads the measures that a policy document sets.</summary>
internal sealed class PolicyMeasures
{
    private const int LongestName = 30;
    private const string StartUp = "初创企业";

    private static readonly Regex Achieved = MeasureWords.Form("认定|获批|奖|新设立|入选|促成|名次|升规|起草|制定|获评|评为|上市|挂牌");
    // What must be met is written in another document.
    private static readonly Regex Elsewhere = MeasureWords.Form("(?<=^|[,;。:|])[^,;。:|]{0,40}?(?:条件|标准|要求|办法|细则|指南|门槛|范围|名单|目录|程序|评价|额度|方案|方式)[^,;。:|]{0,10}?另行(?:制定|通知|规定|明确|公布|发布|确定)");
    // Behind what is given, in the same sentence: 逾期、罚息部分不贴.
    private static readonly Regex LeftOut = MeasureWords.Form("(?<=[,;。|])(?!超出|超过)[^,;。:|]{2,24}?(?:不[补奖贴]|不予(?:补助|贴息|奖励|支持|补贴|资助)|不享受[^,;。:|]{0,10}(?:支持|政策|补助|奖励|补贴)|不予?计入|除外)(?=[;。,|]|$)");
    private static readonly Regex Acknowledged = MeasureWords.Form("^(?:[经由被获]|通过|新)*(?:(?:国家|省|市|(?:[^,;。|]{0,4}新|高新)?区|县|部)级?[、和及或/]?)+(?:[^,;。|]{0,6}(?:部门|局|厅|委))?(?:认定|备案|评定|命名|遴选|入选|入库|授牌)+(?:通过)?$");
    // Behind the sums: …不超过300万元，实施期不超过三年.
    private static readonly Regex Terms = MeasureWords.Form("(?<=[,;。])[^,;。:|]{0,6}(?:实施|建设|执行|研发|项目)(?:期限?|周期)[^,;。:|]{0,4}不(?:得)?超过[^,;。:|]{1,4}(?:年|个?月)");
    private static readonly Regex Requires = GivingWords.Requirement;

    private readonly PolicyText _text;
    private readonly BranchReader _branches;
    private readonly ConditionReader _conditions;
    private readonly InstrumentReader _instruments;
    private readonly BeneficiaryReader _beneficiaries;
    private readonly Validity _validity;
    private readonly ImmutableArray<(TextSpan Article, DateOnly To, Wording Statement)> _ended;
    private readonly ImmutableArray<(string Name, DateOnly To, Wording Statement)> _endedByName;
    private readonly string? _documentNumber;

    public PolicyMeasures(PolicyText text)
    {
        _text = text;
        _branches = new(text);
        _conditions = new(text);
        _instruments = new(text);
        _beneficiaries = new(text);
        var validity = new ValidityReader(text);
        _validity = validity.Read();
        _ended = [.. validity.EndedArticles()];
        _endedByName = [.. validity.EndedByName()];
        _documentNumber = text.Metadata.DocumentNumber
            ?? text.Paragraphs.FirstOrDefault(p => p.Kind == ParagraphKind.Metadata && StructurePatterns.DocumentNumber.IsMatch(p.Text))?.Text;
    }

    public ImmutableArray<Measure> Read()
    {
        var drafts = new DraftReader(_text);
        drafts.Visit(new PolicyOutline(_text).Build());
        var rules = new GeneralRules(_text, drafts.Rules, [.. drafts.Drafts.Select(d => d.Node)]);
        return [.. drafts.Drafts.SelectMany(new DraftSplitter(_text).Split).OrderBy(d => d.Span.Start).Select((draft, i) => Compose(draft, i + 1, rules))];
    }

    private Measure Compose(MeasureDraft draft, int number, GeneralRules rules)
    {
        var (amounts, conditions) = _branches.Read(draft.Cases, draft.Measured);
        var name = draft.Name?.Text ?? NameFrom(draft);
        var instrument = _instruments.Read(draft.Giving ?? draft.Span, amounts, name) ?? (IsForAchievement(draft) ? Instrument.Reward : Instrument.Grant);
        var zone = draft.Cases.FirstOrDefault(c => c.Zone.Length > 0)?.Zone ?? default;
        var own = Settled([.. conditions, .. FromWords(draft)], draft, rules);
        var general = rules.ConditionsFor(draft.Node, instrument, own, draft.Span.Of(_text.Text) + draft.Beneficiary?.Text).Where(g => !draft.Span.Contains(g.Span)).Select(c => c with { IsGeneral = true });
        return new Measure(
            number, name, instrument, MeasureStanding.Rule, draft.Span, ParagraphsOf(draft.Span),
            draft.Beneficiary ?? Beneficiary(draft, zone) ?? rules.BeneficiaryFor(draft.Node, instrument),
            Limited(amounts, draft), [.. own, .. general],
            [.. new StackingReader(_text).Read(draft.Span, false), .. rules.StackingFor(draft.Node, instrument)],
            new ApplicationReader(_text).Read([.. draft.Application.Select(s => (s, true)), (draft.Span, false), .. rules.ApplicationFor(draft.Node, instrument)]),
            _text.Metadata.Region, _text.Metadata.Issuer, _documentNumber,
            ValidityOf(draft.Span, name), null);
    }

    private Validity ValidityOf(TextSpan measure, string name)
    {
        if (new ValidityReader(_text).ReadOwn(measure) is { } own)
            return own with { Repeals = _validity.Repeals };
        foreach (var (article, to, statement) in _ended)
            if (article.Start <= measure.Start && measure.Start < article.End && !(_validity.To < to))
                return _validity with { To = to, Statement = statement };
        foreach (var (named, to, statement) in _endedByName)
            if (name.Contains(named, StringComparison.Ordinal) && !(_validity.To < to))
                return _validity with { To = to, Statement = statement };
        return _validity;
    }

    // 众创空间 | 省级认定: of what kind that is, the column before says.
    private ConditionKind KindHeld(MeasureDraft draft) =>
        draft.Leads.Append(draft.Name?.Span ?? default).SelectMany(l => _conditions.ReadKnown(l, 0)).Any(c => c.Kind == ConditionKind.Platform) ? ConditionKind.Platform : ConditionKind.Recognition;

    // What a condition covers is said by it: the words again in another clause, a term by its definition, 初创 by the age asked for.
    private ImmutableArray<MeasureCondition> Settled(ImmutableArray<MeasureCondition> own, MeasureDraft draft, GeneralRules rules)
    {
        var named = own.SelectMany(rules.Defined)
            .Select(c => c.Kind is ConditionKind.Recognition or ConditionKind.Other or ConditionKind.Unread && Acknowledged.IsMatch(_text.PlainOf(c.Span)) ? c with { Kind = KindHeld(draft) } : c)
            .ToArray();
        // What the form of its words told already needs nobody to look at it.
        named = [.. named.Where(c => c.Kind != ConditionKind.Unread || !Array.Exists(named, o => o.Kind != ConditionKind.Unread && o.Span == c.Span)).Where(c => c.Kind == ConditionKind.Other || !IsLeftOut(c.Span))];
        // 国际标准、国家标准 named together is one of each of its cases.
        named = [.. named.Where(c => !(c is { Branch: 0, Value: null } && named.Count(o => o.Branch > 0 && o.Kind == c.Kind && c.Span.Contains(o.Span)) > 1))];
        var asksAge = Array.Exists(named, c => c.Kind == ConditionKind.Age);
        return
        [
            .. named.Where(c => !(asksAge && c is { Kind: ConditionKind.Size, Words: [StartUp] }))
                .DistinctBy(c => (c.Kind, c.Span, c.Branch)),
        ];
    }

    // 受让取得注册证的不予奖励 is one demand, not the standing it names.
    private bool IsLeftOut(TextSpan clause) => clause.Length > 4 && LeftOut.Match("," + _text.PlainOf(clause)) is { Success: true } match && match.Length >= clause.Length;

    // A table that only names sums: for what was achieved they are rewards.
    private bool IsForAchievement(MeasureDraft draft) =>
        draft.Lists.Concat(draft.Leads).Append(draft.Giving ?? default).Any(s => Achieved.IsMatch(_text.PlainOf(s)));

    private Wording? Beneficiary(MeasureDraft draft, TextSpan zone)
    {
        if (draft.Leads.Count == 0 && draft.Asides.Select(a => _beneficiaries.Whom(a)).FirstOrDefault(w => w is not null) is { } aside)
            return aside;
        foreach (var lead in draft.Leads)
            if (_beneficiaries.Read(lead, lead) is { } led)
                return led;
        return _beneficiaries.Read(zone, draft.Span);
    }

    private IEnumerable<MeasureCondition> FromWords(MeasureDraft draft)
    {
        foreach (var lead in draft.Leads)
            foreach (var condition in _conditions.ReadKnown(lead, 0))
                yield return condition;
        foreach (var list in draft.Lists.SelectMany(l => Sentences.Of(_text, l)))
            foreach (var condition in _conditions.ReadList(list, 0))
                yield return condition;
        foreach (var aside in draft.Asides.Where(a => _beneficiaries.Whom(a) is not null))
            foreach (var condition in _conditions.ReadKnown(aside, 0))
                yield return condition;
        foreach (var aside in draft.Asides.SelectMany(a => Sentences.Of(_text, a)).Where(s => Requires.IsMatch(_text.PlainOf(s)) && !GivingWords.LeftOpen.IsMatch(_text.PlainOf(s)) && !GivingWords.Revoked.IsMatch(_text.PlainOf(s)) && !new StackingReader(_text).Read(s, false).Any()))
            foreach (var condition in GivingWords.LeadsToConditions.IsMatch(_text.PlainOf(aside)) ? _conditions.ReadZone(aside, 0) : _conditions.ReadList(aside, 0))
                yield return condition;
        // 成立3年以内的企业租用园区用房的，给予租金补贴。 and how much in the sentence behind.
        foreach (var lead in draft.Asides.Where(a => a.End <= (draft.Cases.Count > 0 && draft.Cases[0].Amounts is [var given, ..] ? given.Span.Start : 0)).Select(SoftZone).Where(z => z.Length > 0))
            foreach (var condition in _conditions.ReadZone(lead, 0))
                yield return condition;
        // 被投企业成立不超过5年，职工不超过200人。 needs no 须 to be asked for.
        foreach (var aside in draft.Asides.SelectMany(a => Sentences.Of(_text, a)).Where(s => !GivingWords.Statistic.IsMatch(_text.PlainOf(s)) && !GivingWords.Negative.IsMatch(_text.PlainOf(s)) && !GivingWords.LeftOpen.IsMatch(_text.PlainOf(s)) && !GivingWords.Funding.IsMatch(_text.PlainOf(s))))
            foreach (var condition in _conditions.ReadMeasured(aside))
                yield return condition;
        foreach (var term in Terms.Matches(_text.PlainOf(draft.Span)).SelectMany(t => _conditions.ReadTerms(new TextSpan(t.Index, t.Index + t.Length).Shift(draft.Span.Start))))
            yield return term;
        foreach (var match in Elsewhere.Matches(_text.PlainOf(draft.Span)).Concat(LeftOut.Matches(_text.PlainOf(draft.Span))))
            yield return new(0, ConditionKind.Other, _text.Trim(new TextSpan(match.Index, match.Index + match.Length).Shift(draft.Span.Start)));
    }

    private TextSpan SoftZone(TextSpan sentence)
    {
        var plain = _text.PlainOf(sentence);
        return GivingWords.Soft.Match(plain) is { Success: true, Index: > 4 } soft && plain[..soft.Index].TrimEnd().EndsWith("的,", StringComparison.Ordinal) && !GivingWords.Negative.IsMatch(plain)
            ? new(sentence.Start, sentence.Start + soft.Index)
            : default;
    }

    // A term written in a sentence behind the sums: 补助期限最长不超过3年。
    private ImmutableArray<MeasureAmount> Limited(ImmutableArray<MeasureAmount> amounts, MeasureDraft draft)
    {
        var years = draft.Asides.Select(a => AmountWords.Years.Match(_text.PlainOf(a))).FirstOrDefault(m => m.Success);
        return years is null ? amounts : [.. amounts.Select(a => a.Years is null ? a with { Years = AmountWords.YearsOf(years) } : a)];
    }

    private ImmutableArray<int> ParagraphsOf(TextSpan span) =>
        [.. _text.Paragraphs.Where(p => p.Span.Overlaps(span)).Select(p => p.Number)];

    private string NameFrom(MeasureDraft draft)
    {
        var words = _text.Trim(draft.Span).Of(_text.Text);
        var stop = words.IndexOfAny(['，', '。', '；', '：', ',', ';', ':', '|']);
        words = stop > 3 ? words[..stop] : words;
        return words.Length > LongestName ? words[..LongestName] : words;
    }
}
