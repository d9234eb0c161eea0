using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>What a document says once for all its measures, or for those of a chapter: who may apply, stacking, time and place of applying.</summary>
internal sealed class GeneralRules
{
    private static readonly Regex Demands = MeasureWords.Form("^[^。]{0,40}(?:须|应当?|必须|需)(?!求)");
    private static readonly Regex Whom = MeasureWords.Form("(?:适用于|支持对象(?:为|是|:)|申报(?:主体|对象|单位)(?:应当?|须|需)?(?:为|是)|扶持对象(?:为|是))(?<who>[^。;]{2,90})");

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
    public IEnumerable<MeasureCondition> ConditionsFor(PolicyNode node, Instrument instrument, string measure) =>
        For(node, instrument).SelectMany(r => r.Conditions).Where(c => !_terms.Holds(c.Span)).Concat(_terms.For(measure));

    public IEnumerable<StackingRule> StackingFor(PolicyNode node, Instrument instrument) => For(node, instrument).SelectMany(r => r.Stacking);

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
            Add(part, part == node ? node.Role : GivingWords.LeadsToConditions.IsMatch(lead) ? NodeRole.Conditions : part.Role != NodeRole.None ? part.Role : node.Role, conditions, ref beneficiary);
            if (lead.Contains("之一", StringComparison.Ordinal))
                for (var i = before; i < conditions.Count; i++)
                    conditions[i] = conditions[i] with { Either = part.Parent!.Own[0].Whole.Start + 1 };
        }
        var isTimed = node.Role is NodeRole.Period;
        var application = node.Role is NodeRole.Period or NodeRole.Procedure or NodeRole.None ? pieces.Select(p => (p.Span, isTimed)).ToArray() : [];
        return new(scope, OnlyFor(node), [.. conditions.DistinctBy(c => (c.Kind, c.Span))], stacking, beneficiary, application);
    }

    private void Add(PolicyNode node, NodeRole role, ImmutableArray<MeasureCondition>.Builder conditions, ref Wording? beneficiary)
    {
        foreach (var piece in node.Own.Where(p => !p.IsHeading && p.Kind != ParagraphKind.TableRow))
        {
            foreach (var sentence in Sentences.Of(_text, piece.Span))
            {
                var plain = _text.PlainOf(sentence);
                if (role == NodeRole.Conditions && plain.TrimEnd() is not [.., ':'])
                    conditions.AddRange(_conditions.ReadList(sentence, 0));
                else if (role is NodeRole.Beneficiary or NodeRole.Conditions)
                    conditions.AddRange(_conditions.ReadKnown(sentence, 0));
                else if (role is NodeRole.None or NodeRole.Purpose or NodeRole.Supplement or NodeRole.Standard && GivingWords.AppliesTo.IsMatch(plain))
                    conditions.AddRange(Demands.IsMatch(plain) ? _conditions.ReadList(sentence, 0) : _conditions.ReadKnown(sentence, 0));
                if (role == NodeRole.Beneficiary)
                    beneficiary ??= _text.Words(_text.Trim(sentence));
                else if (Whom.Match(plain) is { Success: true } whom)
                    beneficiary ??= _text.Words(_text.Trim(new TextSpan(whom.Groups["who"].Index, whom.Groups["who"].Index + whom.Groups["who"].Length).Shift(sentence.Start)));
            }
        }
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
