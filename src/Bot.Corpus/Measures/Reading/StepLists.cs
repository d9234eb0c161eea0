using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Tells lists whose items are the steps or cases of one measure from lists of measures.</summary>
internal sealed class StepLists(PolicyText text)
{
    private const int LongestStep = 90;

    private static readonly Regex LeadsToGiving = MeasureWords.Form("(?:给予|予以|奖励|补助|补贴|资助|奖补|支持|标准|额度|按(?:照)?(?:以下|下列|如下)|贴息|扶持|以下|下列|如下)[^。;]{0,30}:\\s*$");
    private static readonly Regex Complete = MeasureWords.Form("^(?:对|支持|鼓励|凡|每年|实施|推动|加强|设立|引导)");

    private static readonly Regex Scaled = MeasureWords.Form("(?:按|依|以|根据)(?:照)?[^,;。:]{0,24}?(?<core>" + Quantities.Any + ")[^,;。]{0,24}(?:分档|分段|分级|分类|分层|标准|比例|计算|补助|奖励|给予|奖补|补贴|资助)[^,;。:]{0,12}:\\s*$");

    private readonly CaseReader _cases = new(text);
    private readonly TierReader _tiers = new(text);

    public bool Hold(PolicyNode node) => LeadsToSteps(node) || IsScale(node);

    /// <summary>The last sentence before the part's items is of this form.</summary>
    public bool Ends(PolicyNode node, Regex form) =>
        Before(node) is [.., var last] && form.IsMatch(text.PlainOf(last.Whole).TrimEnd() is { Length: > 0 } line ? line[(line.LastIndexOf('。') + 1)..] : "");

    /// <summary>A part's own text before its items; what stands behind them (研发费用增长30%以上的，上浮10%) leads to nothing.</summary>
    public static List<PolicyPiece> Before(PolicyNode node) =>
        node.Children.Count == 0 || node.Children[0].Own.Count == 0 ? node.Own : node.Own.FindAll(p => p.Whole.Start < node.Children[0].Own[0].Whole.Start);

    /// <summary>What the lead of a part's items measures (按研发费用总额分档补助：); null where it names nothing.</summary>
    public (Wording Words, ConditionKind Kind)? MeasuredBy(PolicyNode node)
    {
        if (Before(node) is not [.., var last])
            return null;
        var sentence = Sentences.Of(text, last.Span).LastOrDefault();
        var plain = text.PlainOf(sentence);
        return plain.TrimEnd().EndsWith(':') && Scaled.Match(plain) is { Success: true } named && named.Groups["core"] is var core
            ? (text.Words(new TextSpan(core.Index, core.Index + core.Length).Shift(sentence.Start)), Quantities.KindOf(core.Value))
            : null;
    }

    // 按以下标准给予奖励：(一)…100万元；(二)…50万元.
    private bool LeadsToSteps(PolicyNode node) =>
        node.Children.Count > 1 && Ends(node, LeadsToGiving) && !Ends(node, GivingWords.LeadsToConditions)
        && node.Children.TrueForAll(c => c.Role == NodeRole.None && c.Children.Count == 0)
        && node.Children.Count(c => IsStep(c)) >= node.Children.Count - 1;

    // 研发费用50万元至200万元的…；200万元以上的… in items of their own are one scale.
    private bool IsScale(PolicyNode node)
    {
        if (node.Children.Count < 2 || !node.Children.TrueForAll(c => c is { Role: NodeRole.None, IsNameApart: false, Children.Count: 0 } && (c.Own.Count == 1 || (c.Own.Count > 1 && c == node.Children[^1]))) || Amounts(Before(node)))
            return false;
        var led = MeasuredBy(node);
        var measured = led?.Words.Text;
        foreach (var child in node.Children)
        {
            var zone = Sentences.Of(text, child.Own[0].Span).Take(1).SelectMany(s => _cases.Read(s, true)).Select(c => c.Zone).FirstOrDefault();
            if (zone.Length == 0 || _tiers.Read(zone, led) is not { Quantity: { } quantity } || (measured is not null && measured != quantity.Text && led is null))
                return false;
            measured = quantity.Text;
        }
        return true;
    }

    private bool Amounts(List<PolicyPiece> pieces) => pieces.Exists(p => !p.IsHeading && Sentences.Of(text, p.Span).Any(s => _cases.Read(s, false).Length > 0));

    private bool IsStep(PolicyNode child)
    {
        var plain = text.PlainOf(child.Own[0].Span);
        return !child.IsNameApart && plain.Length <= LongestStep && !Complete.IsMatch(plain) && child.Own.Count >= 1
            && _cases.Read(child.Own[0].Span, true).Length > 0;
    }
}
