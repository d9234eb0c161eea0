using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Tells by what means a measure supports: by the words beside what is given, then the sentence's, then the heading's.</summary>
internal sealed class InstrumentReader(PolicyText text)
{
    private const int Near = 14;

    private static readonly (Instrument Instrument, Regex Words)[] Rows =
        [.. MeasureWords.Table("measure-instruments.txt").Select(row => (Enum.Parse<Instrument>(row.Columns[0]), MeasureWords.Form(MeasureWords.Any(row.Words))))];

    // How it is called, not what it is: what it is for may tell more (贷款利息的50%给予补助).
    private static readonly Instrument[] Plain = [Instrument.Reward, Instrument.Grant, Instrument.Service, Instrument.Recognition];

    private static readonly Regex VoucherName = MeasureWords.Form("券$");
    private static readonly Regex OfVouchers = MeasureWords.Form("(?:创新券|科技券|服务券)(?:兑付|使用|服务|工作|管理|接券)[^,;。]{0,4}(?:额|金额|机构|量|次数|平台)");

    // 最高1000万元的科技成果转化贷款.
    private static readonly Regex Lent = MeasureWords.Form("(?:^|\\|)的?[^,;。的|]{0,12}贷款(?:支持)?(?=\\||$)");

    /// <summary>Null when no word of the vocabulary is named anywhere.</summary>
    public Instrument? Read(TextSpan whole, IEnumerable<MeasureAmount> amounts, string? name)
    {
        var beside = Beside(whole, amounts);
        var given = beside is null ? null : Lent.IsMatch(beside) ? Instrument.Loan : Named(beside);
        if (given is { } found && !Array.Exists(Plain, p => p == found))
            return found;
        var bases = amounts.Select(a => a.Base?.Kind).OfType<AmountBaseKind>().ToArray();
        if (bases.Contains(AmountBaseKind.LoanInterest))
            return Instrument.LoanSubsidy;
        if (bases.Contains(AmountBaseKind.Premium))
            return Instrument.Insurance;
        if (bases.Contains(AmountBaseKind.Rent))
            return Instrument.Space;
        if (bases.Contains(AmountBaseKind.Loss))
            return Instrument.Guarantee;
        // 检验检测券: the name says what it is; 创新券兑付额的10%给予奖励 gives something else.
        if (name is not null && VoucherName.IsMatch(name))
            return Instrument.Voucher;
        if (Named(OfVouchers.Replace(text.PlainOf(whole), "")) == Instrument.Voucher)
            return Instrument.Voucher;
        var named = name is null ? null : Named(PolicyText.PlainOf(name));
        if (named is { } by && by is not (Instrument.Reward or Instrument.Grant or Instrument.Recognition or Instrument.Service or Instrument.Loan or Instrument.Fund or Instrument.Space or Instrument.Insurance or Instrument.Guarantee) && given is not null)
            return by;
        if (given is Instrument.Service && named is Instrument.Grant or Instrument.Reward)
            given = null;
        return given ?? (amounts.Any() ? named : null) ?? Named(Giving(whole)) ?? named ?? Named(text.PlainOf(whole));
    }

    // The words right around the sums, most often behind them: 给予20万元奖励.
    private string? Beside(TextSpan whole, IEnumerable<MeasureAmount> amounts)
    {
        var words = new System.Text.StringBuilder();
        foreach (var amount in amounts.Where(a => whole.Contains(a.Span)))
        {
            var behind = text.Plain[amount.Span.End..Math.Min(whole.End, amount.Span.End + Near)];
            var stop = behind.IndexOfAny([',', ';', '。', '|']);
            var before = text.Plain[Math.Max(whole.Start, amount.Span.Start - Near)..amount.Span.Start];
            words.Append(stop >= 0 ? behind[..stop] : behind).Append('|').Append(before[(before.LastIndexOfAny([',', ';', '。', '、', '的', '|']) + 1)..]).Append('|');
        }
        return words.Length == 0 ? null : words.ToString();
    }

    private string Giving(TextSpan whole)
    {
        var plain = text.PlainOf(whole);
        return string.Join('|', GivingWords.Soft.Matches(plain).Select(m => m.Value));
    }

    /// <summary>The instrument that plain words name most surely; null when none.</summary>
    public static Instrument? Named(string words)
    {
        foreach (var (instrument, form) in Rows)
            if (form.IsMatch(words))
                return instrument;
        return null;
    }
}
