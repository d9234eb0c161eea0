using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Reads measures without a sum: 落实研发费用加计扣除政策, 给予适当补助, 一事一议.</summary>
internal sealed class SoftMeasures(PolicyText text)
{
    private static readonly Regex Supports = MeasureWords.Form("^(?:支持|鼓励)");
    private static readonly Regex BeforeHow = MeasureWords.Form("(?:建设)?(?:按照?|采取|采用|实行|以)?$");

    /// <summary>What an article or item gives without a sum; null when it gives nothing.</summary>
    /// <param name="sentences">Its own.</param>
    public MeasureDraft? In(PolicyNode node, TextSpan[] sentences)
    {
        if ((node.Style is null && !node.IsNameApart) || node.Style < HeadingStyle.Article || sentences.Length == 0)
            return null;
        var soft = sentences.FirstOrDefault(IsSoft);
        // 【首席科学家工作室】支持企业设立…: what a named article supports, though it says not how.
        if (soft.Length == 0 && node is { IsNameApart: true, Style: HeadingStyle.Article } && sentences.Length > 0 && Supports.IsMatch(text.PlainOf(sentences[0]).TrimStart()))
            soft = sentences[0];
        if (soft.Length == 0 || sentences.Any(s => text.PlainOf(s).Contains("申报材料", StringComparison.Ordinal)))
            return null;
        var draft = Of(node, node.Whole, soft);
        draft.Asides.AddRange(sentences.Where(s => s != soft));
        return draft;
    }

    /// <summary>对落户我市的独角兽企业，…予以支持: a measure of its own beside those with sums.</summary>
    public bool Opens(TextSpan sentence)
    {
        var plain = text.PlainOf(sentence).TrimStart();
        return (plain.StartsWith('对') || (GivingWords.CaseByCase.IsMatch(plain) && !GivingWords.GoesOn.IsMatch(plain))) && IsSoft(sentence);
    }

    private bool IsSoft(TextSpan sentence)
    {
        var plain = text.PlainOf(sentence);
        return GivingWords.IsGiver(plain) && GivingWords.Soft.IsMatch(plain) && !GivingWords.Funding.IsMatch(plain) && !GivingWords.AppliesTo.IsMatch(plain) && !GivingWords.LeftOpen.IsMatch(plain) && !GivingWords.CapsGiven.IsMatch(plain);
    }

    public MeasureDraft Of(PolicyNode node, TextSpan span, TextSpan sentence)
    {
        var match = GivingWords.Soft.Match(text.PlainOf(sentence));
        var draft = new MeasureDraft(node, span) { Name = node.NameAround };
        var zone = match.Success ? text.Trim(new(sentence.Start, sentence.Start + BeforeHow.Match(match.Result("$`")).Index)) : default;
        // 设立引导基金，投向…: what it is for stands behind it.
        if (zone.Length == 0 && match.Success && match.Value.EndsWith("基金", StringComparison.Ordinal))
            zone = text.Trim(new(sentence.Start + match.Index + match.Length, sentence.End));
        draft.Cases.Add(new(zone, null, [], false));
        return draft;
    }
}
