using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>What a document says once for all its measures, or for those of a chapter: who may apply, stacking, time and place of applying.</summary>
internal sealed class GeneralRules
{
    private static readonly Regex Demands = MeasureWords.Form("^[^。]{0,40}(?:须|应当?|必须|需)(?!求)|的(?:企业|单位|机构)[^,;。]{0,4}(?:都|均)?(?:可以?|能)(?:申请|申报|享受)|(?:不予|不得)(?:支持|享受|申报|补助|奖励|资助)|不在[^,;。]{0,8}范围|不适用(?:本|于)|限制类|淘汰类");
    private static readonly Regex Whom = MeasureWords.Form("(?:适用于|支持对象(?:为|是|:)|申报(?:主体|对象|单位)(?:应当?|须|需)?(?:为|是)|扶持对象(?:为|是)|(?:^|(?<=[。;]))(?:申报|申请|申领|享受)[^,;。]{0,14}的(?=(?:企业|单位|机构)(?:应|须|需|必须))|(?:资金|经费)(?:主要|重点)?用于(?:支持|扶持|奖励|补助)(?=[^。;]{2,60}的(?:企业|单位|机构|主体|组织)))(?<who>(?<=享受[^,;。]{0,14}的|申[报请领][^,;。]{0,14}的)(?:企业|单位|机构)(?=应|须|需|必须)|[^。;]{2,90})");

    // What an enterprise gets is held against something it alone knows: 奖补资金总额不超过其上年度纳税额.
    private static readonly Regex LimitsAll = MeasureWords.Form("[^。;,]{0,20}(?:奖补|奖励|补助|扶持|补贴|支持|资助|享受|创新券|兑付)(?:资金|金额)*(?:总额|额度?|合计|累计|总计)[^。;0-9]{0,12}不(?:得)?(?:超过|高于)[^,。;]{4,}|(?:同一|每[家个]|单个|单户)(?:企业|单位|主体|机构)(?![^,;。]{0,20}第[一二三四五六七八九十\\d]+[条项款])[^,;。]{0,16}(?:享受|获得)[^,;。]{0,14}(?:最高|不(?:得)?超过|不高于)(?:人民币)?\\d[^,。;]{1,10}|(?:同一|每[家个]|单个|单户)[^,;。]{0,8}(?:可|最多|限|只能)*(?:申报|申请|限报)[^,;。]{0,8}(?:不超过|最多|限(?:报)?)?[一二三四五1-9][^,;。]{1,6}");
    private static readonly Regex NotFor = MeasureWords.Form("(?:不适用(?:于)?|不享受|不纳入)本(?:办法|政策|标准|措施|细则|规定|意见|通知|若干|指南)|不在[^,;。]{0,8}范围|的(?:企业|单位|机构)?,?(?:一律)?(?:不得(?:申报|享受|申请)|不予(?:支持|受理|申报))|(?:限制类|淘汰类|禁止类|负面清单)[^。;]{0,30}(?:不予|不适用|不得|除外)");
    // 申报单位应于4月30日前登录平台申报: when and where, not who.
    private static readonly Regex Applying = MeasureWords.Form("^[^,;。]{0,12}(?:(?:应当?|须|需)(?:于|在)|于)[^,;。]{0,24}(?:前|至|期间|日内|月底)[^,;。]{0,6}(?:登录|登陆|提交|报送|提出|通过|向|完成|申报|申请)");
    // 发表论文不属于支持范围: what isn't supported, not who.
    private static readonly Regex ThingsLeftOut = MeasureWords.Form("^[^,;。]{2,40}(?<!企业|单位|机构|主体|个人|申报人)(?:不属于|不纳入)[^,;。]{0,12}范围");
    // 发生安全事故的企业，取消当年申报资格: asked is to have a clean record.
    private static readonly Regex Disqualifies = MeasureWords.Form("的(?:企业|单位|机构)?,?(?:一律)?(?:[^,;。]{1,4}内)?取消[^,;。]{0,10}资格|实行一票否决|的(?:企业|单位|机构)?,?一票否决");
    private static readonly Regex Excludes = MeasureWords.Form("不予|不得|不再|不能|不给予|取消|除外|不适用");

    // 有下列情形之一的，不予支持：
    private static readonly Regex ExcludesBelow = MeasureWords.Form("(?:不予|不得|不再|不能|不给予|取消|不适用|不享受|不在)[^,;。:]{0,14}:?$");

    private readonly PolicyText _text;
    private readonly ConditionReader _conditions;
    private readonly DefinedTerms _terms;
    private readonly List<Rule> _rules = [];

    private sealed record Rule(
        PolicyNode Scope, Instrument? Only, ImmutableArray<MeasureCondition> Conditions, ImmutableArray<StackingRule> Stacking, Wording? Beneficiary, (TextSpan Span, bool IsLabelled)[] Application);

    public GeneralRules(PolicyText text, IEnumerable<PolicyNode> nodes, HashSet<PolicyNode> setting)
    {
        _text = text;
        _conditions = new(text);
        _terms = new(text, _conditions);
        foreach (var node in nodes)
            _rules.Add(Read(node, setting));
    }

    /// <param name="measure">The measure's own text: the terms it uses bring what their definitions ask.</param>
    /// <param name="own">The measure's own conditions: what defines one of them stands there already.</param>
    public IEnumerable<MeasureCondition> ConditionsFor(PolicyNode node, Instrument instrument, ImmutableArray<MeasureCondition> own, string measure) =>
        For(node, instrument).SelectMany(r => r.Conditions).Where(c => !_terms.Holds(c.Span))
            .Concat(_terms.For(measure).Where(c => !own.Any(o => o.Span == c.Span))).DistinctBy(c => (c.Kind, c.Span));

    /// <summary>A condition, or what the document's definition of its words asks for in its place and case.</summary>
    public IEnumerable<MeasureCondition> Defined(MeasureCondition condition)
    {
        var meaning = _terms.Of(condition.Span.Of(_text.Text));
        // Several demands can't be one of several ways to meet another.
        return meaning.IsEmpty || (condition.Either > 0 && meaning.Length > 1)
            ? [condition]
            : meaning.Select(m => m with { Branch = condition.Branch, Either = condition.Either > 0 ? condition.Either : m.Either });
    }

    public IEnumerable<StackingRule> StackingFor(PolicyNode node, Instrument instrument) => For(node, instrument).SelectMany(r => r.Stacking).Distinct();

    /// <summary>Whom the nearest rule says it is for.</summary>
    public Wording? BeneficiaryFor(PolicyNode node, Instrument instrument) =>
        For(node, instrument).Where(r => r.Beneficiary is not null).OrderByDescending(r => r.Scope.Above().Count()).FirstOrDefault()?.Beneficiary;

    public IEnumerable<(TextSpan Span, bool IsLabelled)> ApplicationFor(PolicyNode node, Instrument instrument) => For(node, instrument).SelectMany(r => r.Application);

    private IEnumerable<Rule> For(PolicyNode node, Instrument instrument) =>
        _rules.Where(r => (r.Only is null || r.Only == instrument) && (r.Scope == node || node.Above().Contains(r.Scope)));

    private Rule Read(PolicyNode node, HashSet<PolicyNode> setting)
    {
        var scope = node.Above().FirstOrDefault(n => n.WithBelow().Any(setting.Contains)) ?? node;
        var pieces = node.AllPieces().Where(p => !p.IsHeading && p.Kind != ParagraphKind.TableRow).ToArray();
        var stacking = pieces.SelectMany(p => new StackingReader(_text).Read(p.Span, true)).ToImmutableArray();
        // Stacking is said in the last chapter and holds for the whole document.
        var conditions = ImmutableArray.CreateBuilder<MeasureCondition>();
        Wording? beneficiary = null;
        foreach (var part in node.WithBelow())
        {
            var before = conditions.Count;
            var lead = part == node ? "" : LeadOf(part.Parent!);
            Add(part, part == node ? node.Role : GivingWords.LeadsToConditions.IsMatch(lead) ? NodeRole.Conditions : RoleIn(node, part), conditions, ref beneficiary);
            // One of several is enough; but none of several may be.
            if (lead.Contains("之一", StringComparison.Ordinal) && !Excludes.IsMatch(lead))
                for (var i = before; i < conditions.Count; i++)
                    conditions[i] = conditions[i] with { Either = part.Parent!.Own[0].Whole.Start + 1 };
            if (ExcludesBelow.IsMatch(lead))
                for (var i = before; i < conditions.Count; i++)
                    conditions[i] = Excluded(conditions[i]);
        }
        var isTimed = node.Role is NodeRole.Period;
        var application = node.Role is NodeRole.Period or NodeRole.Procedure or NodeRole.None or NodeRole.Purpose or NodeRole.Supplement ? pieces.Select(p => (p.Span, isTimed)).ToArray() : [];
        return new(scope, OnlyFor(node), [.. conditions.DistinctBy(c => (c.Kind, c.Span))], stacking, beneficiary, application);
    }

    private void Add(PolicyNode node, NodeRole role, ImmutableArray<MeasureCondition>.Builder conditions, ref Wording? beneficiary)
    {
        foreach (var piece in node.Own.Where(p => !p.IsHeading && p.Kind != ParagraphKind.TableRow))
        {
            foreach (var sentence in Sentences.Of(_text, piece.Span))
            {
                var plain = _text.PlainOf(sentence);
                if (ThingsLeftOut.IsMatch(plain) || (role != NodeRole.Beneficiary && Applying.IsMatch(plain)))
                    continue;
                if (LimitsAll.Match(plain) is { Success: true } limit)
                    conditions.Add(LimitOf(_text.Trim(new TextSpan(limit.Index, limit.Index + limit.Length).Shift(sentence.Start))));
                else if (role == NodeRole.Conditions && plain.TrimEnd() is not [.., ':'])
                    conditions.AddRange(_conditions.ReadList(sentence, 0));
                else if (role is NodeRole.Beneficiary or NodeRole.Conditions)
                    conditions.AddRange(_conditions.ReadKnown(sentence, 0));
                else if (role is NodeRole.None or NodeRole.Purpose or NodeRole.Supplement or NodeRole.Standard && (GivingWords.AppliesTo.IsMatch(plain) || NotFor.IsMatch(plain)))
                    conditions.AddRange(Demands.IsMatch(plain) ? _conditions.ReadList(sentence, 0) : _conditions.ReadKnown(sentence, 0));
                else if (Disqualifies.IsMatch(plain))
                    conditions.AddRange(_conditions.ReadKnown(sentence, 0).Where(c => c.Kind == ConditionKind.Credit));
                if (role == NodeRole.Beneficiary && !GivingWords.Negative.IsMatch(plain) && !GivingWords.Statistic.IsMatch(plain))
                    beneficiary ??= _text.Words(_text.Trim(sentence));
                else if (Whom.Match(plain) is { Success: true } whom)
                    beneficiary ??= _text.Words(_text.Trim(new TextSpan(whom.Groups["who"].Index, whom.Groups["who"].Index + whom.Groups["who"].Length).Shift(sentence.Start)));
            }
        }
    }

    // 未在本市注册的 among what isn't supported is read as to be registered here: that is what it asks.
    private static MeasureCondition Excluded(MeasureCondition condition) =>
        condition.Kind == ConditionKind.Region ? condition : condition with { Operator = MeasuredConditions.Inverse(condition.Operator) };

    // Its own, else that of the nearest part it stands in.
    private static NodeRole RoleIn(PolicyNode node, PolicyNode part) =>
        part.Above().Prepend(part).TakeWhile(n => n != node).Append(node).Select(n => n.Role).FirstOrDefault(r => r != NodeRole.None);

    private MeasureCondition LimitOf(TextSpan span)
    {
        var number = Magnitude.In(_text, span).LastOrDefault(m => m.Kind != UnitKind.None);
        return number.Unit is { Length: > 0 } ? new(0, ConditionKind.Other, span, ConditionOperator.AtMost, number.Value, number.Unit) : new(0, ConditionKind.Other, span);
    }

    private string LeadOf(PolicyNode node) => node.Own.Count == 0 ? "" : _text.PlainOf(node.Own[^1].Whole).TrimEnd();

    // 申请贷款贴息的企业应当具备…: of the document's measures, those that subsidise loans.
    private Instrument? OnlyFor(PolicyNode node)
    {
        if (node.Own.Count == 0 || node.Role != NodeRole.Conditions)
            return null;
        var lead = node.Own[0].Whole.Of(_text.Text);
        var colon = lead.IndexOfAny(['：', ':']);
        var named = InstrumentReader.Named(PolicyText.PlainOf(colon > 0 ? lead[..colon] : lead[..Math.Min(lead.Length, 30)]));
        return named is Instrument.Voucher or Instrument.LoanSubsidy or Instrument.Insurance or Instrument.Guarantee or Instrument.Fund or Instrument.TaxRelief ? named : null;
    }
}
