using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Reads the numbers that an enterprise tells of itself, each with what it counts and the year it is of.</summary>
internal sealed partial class QuantityReader(MatchVocabulary vocabulary)
{
    // 50名员工, 200万的研发投入: how far behind its number the word may stand.
    private const int Behind = 5;

    public ImmutableArray<ToldQuantity> Read(ImmutableArray<ToldClause> clauses)
    {
        var told = ImmutableArray.CreateBuilder<ToldQuantity>();
        var several = new HashSet<ToldQuantity>();
        ProfileQuantity? last = null;
        int? year = null;
        var sentence = -1;
        foreach (var clause in clauses)
        {
            if (clause.Sentence != sentence)
                (sentence, last, year) = (clause.Sentence, null, null);
            var outside = year;
            var names = vocabulary.Quantities.FindIn(clause.Text);
            foreach (var number in ToldNumber.In(clause.Text))
            {
                year = clause.Years.Where(y => y.At < number.Span.Start).Select(y => (int?)y.Year).LastOrDefault() ?? year;
                if (IsWish(clause.Text, number) || Named(clause, names, number, last) is not var (of, words))
                    continue;
                var quantity = new ToldQuantity(of, HasYears(of) ? year : null, number.Value, number.IsAbout, words);
                // Two sums of one thing (两个合同) are no one number: neither is taken for it.
                if (told.FirstOrDefault(t => IsOfSame(t, quantity)) is not { } known)
                    told.Add(quantity);
                else if (known.Value != quantity.Value)
                    several.Add(known);
                last = of;
            }

            // A year said by itself (去年，研发投入200万) holds for what follows in its sentence; one in brackets for nothing else.
            year = clause.IsAside ? outside : clause.Years.Length > 0 ? clause.Years[^1].Year : year;
        }

        return [.. told.Where(t => !several.Contains(t))];
    }

    // 检测费 and 认证费 are both bought, and not the same.
    private static bool IsOfSame(ToldQuantity one, ToldQuantity other) =>
        one.Of == other.Of && one.Year == other.Year && (one.Of != ProfileQuantity.ServiceSpending || one.Words == other.Words);

    private static (ProfileQuantity Of, string Words)? Named(
        ToldClause clause, ImmutableArray<(TextSpan Span, ImmutableArray<ProfileQuantity> Value)> names, ToldNumber number, ProfileQuantity? last)
    {
        var before = names.LastOrDefault(n => n.Span.End <= number.Span.Start && Fitting(n.Value, number).Any());
        var behind = names.FirstOrDefault(n => n.Span.Start >= number.Span.End && n.Span.Start - number.Span.End <= Behind && Fitting(n.Value, number).Any());
        // 保费付了1.2万元: what was paid for says more than that it was paid.
        if (!before.Value.IsDefault && Paid().IsMatch(before.Span.Of(clause.Text))
            && names.LastOrDefault(n => n.Span.End <= before.Span.Start && Fitting(n.Value, number).Any()) is { Value.IsDefault: false } object_
            && !clause.Text[object_.Span.End..before.Span.Start].Any(char.IsAsciiDigit))
            before = object_;
        // 50名研发人员: what stands right behind a number of pieces is what it counts.
        var name = number.Kind == ToldNumberKind.Count && !behind.Value.IsDefault && clause.Text[number.Span.End..behind.Span.Start].TrimEnd('的').Length <= 1 ? behind
            : !before.Value.IsDefault ? before : behind;
        if (!name.Value.IsDefault)
            return (Meant(Fitting(name.Value, number).First(), number, Between(clause.Text, name.Span, number.Span)), name.Span.Of(clause.Text));
        if (number.Kind == ToldNumberKind.People)
            return (ProfileQuantity.Staff, "");
        if (number.Kind == ToldNumberKind.Area)
            return (ProfileQuantity.Area, "");
        return last is { } same && Fitting([same], number).Any() && (clause.Years.Length > 0 || names.IsEmpty) ? (same, "") : null;
    }

    // 研发占5%, 研发增长10%, 研发人员占30%: the words between tell what the per cent is of.
    private static ProfileQuantity Meant(ProfileQuantity of, ToldNumber number, string between) => (of, number.Kind) switch
    {
        (ProfileQuantity.RdSpending, ToldNumberKind.Share) => Grown().IsMatch(between) ? ProfileQuantity.RdGrowth : ProfileQuantity.RdShare,
        (ProfileQuantity.RdStaff, ToldNumberKind.Share) => ProfileQuantity.RdStaffShare,
        _ => of,
    };

    private static IEnumerable<ProfileQuantity> Fitting(ImmutableArray<ProfileQuantity> quantities, ToldNumber number) => quantities.Where(q => number.Kind switch
    {
        ToldNumberKind.Money => new ToldQuantity(q, null, 0).IsMoney,
        ToldNumberKind.Share => q is ProfileQuantity.RdShare or ProfileQuantity.RdGrowth or ProfileQuantity.RdStaffShare or ProfileQuantity.RdSpending or ProfileQuantity.RdStaff,
        ToldNumberKind.People => q is ProfileQuantity.Staff or ProfileQuantity.RdStaff,
        ToldNumberKind.Area => q is ProfileQuantity.Area,
        _ => q is >= ProfileQuantity.InventionPatents and <= ProfileQuantity.Trademarks,
    });

    private static bool HasYears(ProfileQuantity of) =>
        of is not (ProfileQuantity.Staff or ProfileQuantity.RdStaff or ProfileQuantity.RdStaffShare or ProfileQuantity.Area
            or (>= ProfileQuantity.InventionPatents and <= ProfileQuantity.Trademarks));

    // 想贷500万, 缺200万, 最高补多少: wished for, not told.
    private static bool IsWish(string clause, ToldNumber number) => Wished().IsMatch(clause[..number.Span.Start]);

    private static string Between(string text, TextSpan one, TextSpan other) =>
        one.End <= other.Start ? text[one.End..other.Start] : text[other.End..one.Start];

    [GeneratedRegex("^(?:已付|已支付|实付|付了|付给|实际支付|支付)$")]
    private static partial Regex Paid();

    [GeneratedRegex("增|涨|提高|上升|grew|increase")]
    private static partial Regex Grown();

    [GeneratedRegex("(?:想|需要|需|打算|准备|计划|希望|缺口?|还差|能不能|能否|可否|最高|最多|预计|拟|要贷|要借|plan to|want to|need)[^,]{0,12}$")]
    private static partial Regex Wished();
}
