using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>
/// Parts a draft that gives several things of different kinds in one breath: …贷款最高800万元；结清后按利息的30%贴息 is a loan and an interest
/// subsidy, each a measure with its own sums.
/// </summary>
internal sealed class DraftSplitter(PolicyText text)
{
    // How far behind a sum the words stand that name what it is.
    private const int Near = 8;

    // Kinds that never stand for one another; 补助, 奖励 and 资助 often do.
    private static readonly Instrument[] Apart = [Instrument.Voucher, Instrument.Loan, Instrument.LoanSubsidy, Instrument.Guarantee, Instrument.Insurance, Instrument.Fund, Instrument.Space];

    private static readonly Regex Besides = MeasureWords.Form("另行|另外|另(?=给予|奖励|补助|资助|按)|(?:给予|再)另");
    private static readonly Regex PerWon = MeasureWords.Form("每(?:新增|新|成功)*(?:毕业|培育|认定|引进|孵化|获认定|培养)(?:出)?[一1]?[家户]");
    private static readonly Regex Numbered = MeasureWords.Form("\\([一二三四五1-9]\\)(?<name>[^,;。:|0-9]{2,12}):");
    private static readonly Regex OwnReceiver = MeasureWords.Form("对|向");

    public IEnumerable<MeasureDraft> Split(MeasureDraft draft)
    {
        var opens = Enumerable.Range(1, Math.Max(0, draft.Cases.Count - 1)).Where(i => IsOther(draft, i)).ToArray();
        return opens.Length == 0 ? [draft] : Parts(draft, opens);
    }

    private IEnumerable<MeasureDraft> Parts(MeasureDraft draft, int[] opens)
    {
        var bounds = opens.Prepend(0).Append(draft.Cases.Count).ToArray();
        for (var part = 0; part + 1 < bounds.Length; part++)
        {
            var from = part == 0 ? draft.Span.Start : text.Trim(Stretch(draft, bounds[part])).Start;
            var to = part + 2 == bounds.Length ? draft.Span.End : text.Trim(Stretch(draft, bounds[part + 1])).Start;
            var own = draft.Of(text.Trim(new(from, to)), draft.Cases[bounds[part]..bounds[part + 1]]);
            own.Giving = part == 0 ? new(Stretch(draft, 0).Start, to) : own.Span;
            if (Numbered.Match(text.PlainOf(Stretch(draft, bounds[part]))) is { Success: true } named)
                own.Name = text.Words(new TextSpan(named.Groups["name"].Index, named.Groups["name"].Index + named.Groups["name"].Length).Shift(Stretch(draft, bounds[part]).Start));
            // Who was named at the beginning goes on being the one, until another is.
            else if (part > 0 && draft.Cases[0].Zone is { Length: > 0 } first && !OwnReceiver.IsMatch(text.PlainOf(Stretch(draft, bounds[part]))))
                own.Leads.Add(first);
            yield return own;
        }
    }

    private bool IsOther(MeasureDraft draft, int i)
    {
        var (last, next) = (draft.Cases[i - 1], draft.Cases[i]);
        if (next.IsLimit || next.Amounts.IsEmpty || next.Element is not null || last.Amounts.IsEmpty || next.Amounts[0].Span.Start < last.Amounts[^1].Span.End)
            return false;
        var words = text.PlainOf(Stretch(draft, i));
        if (Numbered.IsMatch(words) || (PerWon.IsMatch(words) && next.Amounts[0].Kind == AmountKind.PerPiece && !draft.Cases.Take(i).Any(c => c.Amounts.Any(a => a.Kind == AmountKind.PerPiece))))
            return true;
        if (Besides.IsMatch(words) && next.Amounts[0].Base is { } own && last.Amounts[0].Base is { } other && own.Words.Text != other.Words.Text)
            return true;
        return KindIn(words) is { } kind && KindIn(text.PlainOf(Stretch(draft, i - 1))) is { } before && kind != before;
    }

    private static Instrument? KindIn(string words) => InstrumentReader.Named(words) is { } named && Apart.Contains(named) ? named : null;

    // From behind the sums before it to the words behind its own.
    private TextSpan Stretch(MeasureDraft draft, int i)
    {
        var amounts = draft.Cases[i].Amounts;
        var zone = draft.Cases[i].Zone;
        var start = i > 0 && draft.Cases[i - 1].Amounts is [.., var last] ? last.Span.End
            : zone.Length > 0 ? zone.Start : amounts.IsEmpty ? draft.Span.Start : amounts[0].Span.Start;
        if (i > 0)
            start += text.Plain.AsSpan(start, Math.Max(0, amounts[0].Span.Start - start)).IndexOfAny(",;。|") is >= 0 and var stop ? stop + 1 : 0;
        var end = amounts.IsEmpty ? zone.End : amounts[^1].Span.End;
        var behind = text.Plain.AsSpan(end, Math.Min(Near, text.Plain.Length - end)).IndexOfAny(",;。|\n");
        return new(Math.Min(start, end), end + (behind >= 0 ? behind : Math.Min(Near, text.Plain.Length - end)));
    }
}
