using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>
/// Parts a case that gives several sums for several things named side by side: 国家级、省级、市级的，分别给予100万元、50万元、20万元.
/// </summary>
internal sealed class SideBySide(PolicyText text)
{
    private const int LongestElement = 24;

    private static readonly Regex Joins = MeasureWords.Form("[、/]|以及|和|及|与|或者?");
    private static readonly Regex Head = MeasureWords.Form("^.*(?:的|对|为|评|定|过|获得|入选|获批|引进|聘用|招引|建设|创建|成为|列入|完成|进入|取得|通过|新(?=[国省市区])|被|首次|属于|达到)(?=[^的对为评定过]+$)");
    private static readonly Regex Ends = MeasureWords.Form("^(?<item>.*?(?:企业(?=的|,|$))?)(?:的|,|企业(?!孵化器|技术|研究|研发|工程|加速|工作站|实验室|创新|孵化)|并且?|且|(?:年度|绩效|运行|建设)*(?:评估|考核|评价|复核|验收)|$)");

    public IEnumerable<PolicyCase> Part(PolicyCase whole)
    {
        var fixedSums = whole.Amounts.Where(a => a.Kind is AmountKind.Fixed or AmountKind.PerPiece or AmountKind.Ceiling or AmountKind.Rate).ToArray();
        var chain = Chain(fixedSums);
        if (chain.Count < 2 || whole.Zone.Length == 0)
            return [whole];
        if (Scale(whole.Zone, chain.Count) is { } steps)
            return [whole with { Amounts = [.. whole.Amounts.Select(a => chain.IndexOf(a) is >= 0 and var i ? a with { Tier = steps[i] } : a)] }];
        if (Elements(whole.Zone, chain.Count) is not { } elements)
            return chain.Count < whole.Amounts.Length ? [whole] : chain.Select((amount, i) => whole with { Amounts = [amount], Zone = i == 0 ? whole.Zone : default });
        var rest = whole.Amounts.Except(chain).ToImmutableArray();
        var shared = rest.Where(r => r.Span.Start < chain[0].Span.Start && r.Kind != chain[0].Kind).ToImmutableArray();
        return chain.Select((amount, i) => whole with { Element = elements[i], Amounts = i == chain.Count - 1 ? [.. shared, amount, .. rest.Where(r => r.Span.Start > amount.Span.Start)] : [.. shared, amount] });
    }

    // Sums with nothing between them but a 、.
    private List<MeasureAmount> Chain(MeasureAmount[] amounts)
    {
        var chain = new List<MeasureAmount>();
        foreach (var amount in amounts)
        {
            if (chain.Count > 0 && chain[^1].Kind != amount.Kind)
            {
                // 按费用的30%补助，分别不超过200万元、400万元: the rate is one for all of them.
                if (chain.Count > 1)
                    break;
                chain.Clear();
            }
            if (chain.Count == 0 || Joins.IsMatch(text.Plain[chain[^1].Span.End..amount.Span.Start]) && amount.Span.Start - chain[^1].Span.End <= 4)
                chain.Add(amount);
        }
        return chain;
    }

    // 首次突破1亿元、5亿元的: as many thresholds as sums.
    private AmountTier[]? Scale(TextSpan zone, int count)
    {
        var numbers = Magnitude.In(text, zone).Where(m => m.Kind != UnitKind.None && !m.IsTime).ToArray();
        if (numbers.Length != count || Quantities.Before.Match(text.Plain[zone.Start..numbers[0].Span.Start]) is not { Success: true } quantity)
            return null;
        var core = quantity.Groups["quantity"];
        var words = text.Words(new TextSpan(core.Index, core.Index + core.Length).Shift(zone.Start));
        return [.. numbers.Select(m => new AmountTier(words, Quantities.KindOf(quantity.Groups["core"].Value), m.Value, true, null, false, m.Unit, m.Span))];
    }

    private TextSpan[]? Elements(TextSpan zone, int count)
    {
        var plain = text.PlainOf(zone);
        foreach (var clause in Clauses(plain))
        {
            var parts = Split(plain, clause);
            if (parts.Count < count)
                continue;
            // The list may stand behind other things joined the same way; the sums speak of the last of them.
            var items = parts.GetRange(parts.Count - count, count);
            items[0] = WithoutLead(plain, items[0]);
            items[^1] = WithoutTail(plain, items[^1]);
            if (items.TrueForAll(item => item.Length is > 0 and <= LongestElement))
                return [.. items.Select(item => item.Shift(zone.Start))];
        }
        return null;
    }

    private static IEnumerable<TextSpan> Clauses(string plain)
    {
        var end = plain.Length;
        while (end > 0)
        {
            var start = plain.LastIndexOfAny([',', ';', ':'], end - 1) + 1;
            yield return new(start, end);
            end = start - 1;
        }
    }

    private static List<TextSpan> Split(string plain, TextSpan clause)
    {
        var parts = new List<TextSpan>();
        var from = clause.Start;
        foreach (Match join in Joins.Matches(clause.Of(plain)))
        {
            parts.Add(new(from, clause.Start + join.Index));
            from = clause.Start + join.Index + join.Length;
        }
        parts.Add(new(from, clause.End));
        return parts;
    }

    private static TextSpan WithoutLead(string plain, TextSpan item) =>
        Head.Match(item.Of(plain)) is { Success: true } head && head.Length < item.Length ? new(item.Start + head.Length, item.End) : item;

    private static TextSpan WithoutTail(string plain, TextSpan item) =>
        Ends.Match(item.Of(plain)) is { Success: true } end && end.Groups["item"].Length > 0 ? new(item.Start, item.Start + end.Groups["item"].Length) : item;
}
