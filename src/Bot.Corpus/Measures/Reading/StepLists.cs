using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Tells lists whose items are the steps or cases of one measure from lists of measures.</summary>
internal sealed class StepLists(PolicyText text)
{
    private const int LongestStep = 90;

    private static readonly Regex LeadsToGiving = MeasureWords.Form("(?:给予|予以|奖励|补助|补贴|资助|奖补|支持|标准|额度|按(?:照)?(?:以下|下列|如下)|贴息|扶持|以下|下列|如下)[^。;]{0,30}:\\s*$");
    private static readonly Regex Complete = MeasureWords.Form("^(?:对|支持|鼓励|凡|每年|实施|推动|加强|设立|引导)");

    private readonly CaseReader _cases = new(text);
    private readonly TierReader _tiers = new(text);

    public bool Hold(PolicyNode node) => LeadsToSteps(node) || IsScale(node);

    /// <summary>The last sentence before the part's items is of this form.</summary>
    public bool Ends(PolicyNode node, Regex form) =>
        node.Own.Count > 0 && form.IsMatch(text.PlainOf(node.Own[^1].Whole).TrimEnd() is { Length: > 0 } line ? line[(line.LastIndexOf('。') + 1)..] : "");

    // 按以下标准给予奖励：(一)…100万元；(二)…50万元.
    private bool LeadsToSteps(PolicyNode node) =>
        node.Children.Count > 1 && Ends(node, LeadsToGiving) && !Ends(node, GivingWords.LeadsToConditions)
        && node.Children.TrueForAll(c => c.Role == NodeRole.None && c.Children.Count == 0)
        && node.Children.Count(c => IsStep(c)) >= node.Children.Count - 1;

    // 研发费用50万元至200万元的…；200万元以上的… in items of their own are one scale.
    private bool IsScale(PolicyNode node)
    {
        if (node.Children.Count < 2 || !node.Children.TrueForAll(c => c is { Role: NodeRole.None, IsNameApart: false, Children.Count: 0, Own.Count: 1 }) || Amounts(node.Own))
            return false;
        string? measured = null;
        foreach (var child in node.Children)
        {
            var zone = Sentences.Of(text, child.Own[0].Span).Take(1).SelectMany(s => _cases.Read(s, true)).Select(c => c.Zone).FirstOrDefault();
            if (zone.Length == 0 || _tiers.Read(zone, null) is not { Quantity: { } quantity } || (measured is not null && measured != quantity.Text))
                return false;
            measured = quantity.Text;
        }
        return true;
    }

    private bool Amounts(List<PolicyPiece> pieces) => pieces.Exists(p => !p.IsHeading && Sentences.Of(text, p.Span).Any(s => _cases.Read(s, false).Length > 0));

    private bool IsStep(PolicyNode child)
    {
        var plain = text.PlainOf(child.Own[0].Span);
        return !child.IsNameApart && plain.Length <= LongestStep && !Complete.IsMatch(plain) && child.Own.Count == 1
            && _cases.Read(child.Own[0].Span, true).Length > 0;
    }
}
