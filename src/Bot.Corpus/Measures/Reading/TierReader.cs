using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Reads a step of a scale: 研发费用500万元（含）至1000万元的, 1亿元以上.</summary>
internal sealed class TierReader(PolicyText text)
{
    private const int MostRest = 12;

    private static readonly Regex Between = MeasureWords.Form("^(?:\\((?<includes>不?含)[^)]{0,4}\\))?(?<and>及?以上)?(?:\\((?<includes>不?含)\\))?[,、]?(?:至|到|—|且|但|并|,)*(?:不足|低于|不超过|少于|未达到?|未满|小于|不满|以下)?$");
    private static readonly Regex Joined = MeasureWords.Form("至|到|—|且|但|并|不足|低于|不超过|少于|未|小于|不满|、$|,");
    private static readonly Regex Behind = MeasureWords.Form("^(?:\\((?<includes>不?含)[^)]{0,4}\\))?(?<bound>及其?以上|以上|及以下|以下|以内|内|之间)?(?:\\((?<includes>不?含)[^)]{0,4}\\))?(?:部分)?");
    private static readonly Regex Below = MeasureWords.Form("(?:不足|低于|少于|未达到|未满|小于|不满|<|不超过|不高于|≤)$");
    private static readonly Regex Above = MeasureWords.Form("(?:超过|大于|高于|>|突破)$");
    private static readonly Regex Inclusive = MeasureWords.Form("(?:不超过|不高于|≤)$");
    private static readonly Regex Share = MeasureWords.Form("(?<quantity>(?:年度?)?(?:研发|研究开发|R&D)[^,;。:|]{0,14}占[^,;。:|]{2,12}?(?:比重|比例|的)?)(?:达到?|不低于|超过|在|为|,)*$");
    // 按上年度研发费用给予补助：500万元以内的部分…: what the steps behind the colon measure.
    private static readonly Regex Led = MeasureWords.Form("(?<quantity>(?:(?:上|前|当|年)[一]?年?度?)?(?<core>" + Quantities.Any + ")(?:总?额|金额|规模|增量|增加额)?)[^,;。:]{0,16}:[^,;。:0-9]{0,10}$");
    private static readonly Regex Rest = MeasureWords.Form("^(?:对|其中|的|企业|单位|部分|,|:|、|项目|在|为|给予|和|且|并|其|机构|当年|年度|上年度?|实际|达到?|达|按|超过|年|资金|分别)*$");

    /// <summary>The step that a case's zone consists of; null when it says something else besides, or no step.</summary>
    /// <param name="quantity">What the step before measured, for steps that leave it out.</param>
    public AmountTier? Read(TextSpan zone, (Wording Words, ConditionKind Kind)? quantity)
    {
        var numbers = Magnitude.In(text, zone).Where(m => m.Kind is not UnitKind.None || m.Unit.Length > 0).Where(m => !m.IsTime).ToArray();
        if (numbers.Length is 0 or > 2)
            return null;
        var left = text.Plain[zone.Start..numbers[0].Span.Start];
        var own = Share.Match(left) is { Success: true } share ? share : Quantities.Before.Match(left) is { Success: true } before ? before : Led.Match(left);
        if (!own.Success && (quantity is null || Rest.Replace(left, "").Length > MostRest))
            return null;
        var named = own.Success
            ? (text.Words(SpanOf(own.Groups["quantity"], zone.Start)), own.Groups["core"].Success ? Quantities.KindOf(own.Groups["core"].Value) : ConditionKind.RdShare)
            : quantity!.Value;
        return numbers.Length == 2 ? Range(zone, numbers, named) : Bound(zone, numbers[0], left, named);
    }

    private AmountTier? Range(TextSpan zone, Magnitude[] numbers, (Wording Words, ConditionKind Kind) named)
    {
        var between = text.Plain[numbers[0].Span.End..numbers[1].Span.Start];
        var gap = Between.Match(between);
        if (!gap.Success || !Joined.IsMatch(between) || numbers[0].Kind != numbers[1].Kind)
            return null;
        var behind = Behind.Match(text.Plain[numbers[1].Span.End..zone.End]);
        var to = behind.Groups["includes"] is { Success: true } written ? written.Value == "含" : behind.Groups["bound"].Value.EndsWith("以下", StringComparison.Ordinal) && !between.Contains('不', StringComparison.Ordinal);
        // 5000万元至1亿元: both bounds in the smaller unit.
        var last = numbers[0].Unit == numbers[1].Unit ? numbers[1].Value
            : MoneyUnit.Yuan(numbers[1].Value, numbers[1].Unit) / MoneyUnit.Yuan(1, numbers[0].Unit);
        var from = gap.Groups["includes"].Value != "不含" && !Above.IsMatch(text.Plain[zone.Start..numbers[0].Span.Start]);
        return last is null ? null : new(
            named.Words, named.Kind, numbers[0].Value, from, last, to || between.Contains("不超过", StringComparison.Ordinal),
            numbers[0].Unit, new(numbers[0].Span.Start, numbers[1].Span.End + behind.Length)) { IsPart = IsPart(numbers[1].Span.End, zone) };
    }

    private AmountTier? Bound(TextSpan zone, Magnitude number, string left, (Wording Words, ConditionKind Kind) named)
    {
        var behind = Behind.Match(text.Plain[number.Span.End..zone.End]);
        var bound = behind.Groups["bound"].Value;
        var span = new TextSpan(number.Span.Start, number.Span.End + behind.Length);
        if (Below.IsMatch(left) || bound is "以下" or "以内" or "内" or "及以下")
        {
            var includes = behind.Groups["includes"] is { Success: true } to ? to.Value == "含" : bound.Length > 0 || Inclusive.IsMatch(left);
            return new(named.Words, named.Kind, null, false, number.Value, includes, number.Unit, span) { IsPart = IsPart(number.Span.End, zone) };
        }
        var from = behind.Groups["includes"] is { Success: true } written ? written.Value == "含" : bound.Length > 0 || !Above.IsMatch(left);
        return new(named.Words, named.Kind, number.Value, from, null, false, number.Unit, span) { IsPart = IsPart(number.Span.End, zone) };
    }

    private bool IsPart(int from, TextSpan zone) => text.Plain.AsSpan(from, Math.Max(0, zone.End - from)).Contains("部分", StringComparison.Ordinal);

    private static TextSpan SpanOf(Group group, int offset) => new TextSpan(group.Index, group.Index + group.Length).Shift(offset);
}
