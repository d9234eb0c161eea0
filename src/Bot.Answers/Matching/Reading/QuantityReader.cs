using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Reads the numbers that an enterprise tells of itself, each with what it counts and the year it is of.</summary>
internal sealed partial class QuantityReader(MatchVocabulary vocabulary)
{
    // 50名员工, 200万的研发投入: how far behind its number the word may stand.
    private const int Behind = 5;

    /// <param name="asked">What was asked for: a number without a name is of it; null: nothing was.</param>
    public ImmutableArray<ToldQuantity> Read(ImmutableArray<ToldClause> clauses, ProfileQuantity? asked = null)
    {
        var told = ImmutableArray.CreateBuilder<ToldQuantity>();
        var several = new HashSet<ToldQuantity>();
        ProfileQuantity? last = null;
        int? year = null;
        var sentence = -1;
        foreach (var clause in clauses)
        {
            if (clause.Sentence != sentence)
                (sentence, last, year) = (clause.Sentence, asked, null);
            var outside = year;
            // 没有投资关系 tells of no investment.
            var names = vocabulary.Quantities.FindIn(clause.Text).RemoveAll(n => clause.Text.AsSpan(n.Span.End).StartsWith("关系", StringComparison.Ordinal));
            ToldNumber? previous = null;
            foreach (var number in ToldNumber.In(clause.Text))
            {
                year = YearBehind(clause, number) ?? clause.Years.Where(y => y.At < number.Span.Start).Select(y => (int?)y.Year).LastOrDefault() ?? year;
                var gap = previous is null ? "" : clause.Text[previous.Span.End..number.Span.Start];
                previous = number;
                if (IsWish(clause.Text, number) || IsOfSome(clause.Text, number) || Named(clause, names, number, last, asked) is not var (of, words))
                    continue;
                var quantity = new ToldQuantity(of, HasYears(of) ? year : null, number.Value, number.IsAbout, words);
                if (of == last && told.Count > 0 && told[^1] is var one && IsOfSame(one, quantity) && Together(one, quantity, gap) is { } together)
                {
                    told[^1] = together;
                    continue;
                }

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

    // 500万元和200万元: two sums of one thing; 从15增加到26: the same thing before and after.
    private static ToldQuantity? Together(ToldQuantity one, ToldQuantity other, string gap) => other.Of switch
    {
        >= ProfileQuantity.ContractValue and <= ProfileQuantity.Fee when Joined().IsMatch(gap) => one with
        {
            Value = one.Value + other.Value,
            Pieces = [.. one.Pieces.IsEmpty ? [one.Value] : one.Pieces, other.Value],
            IsAbout = one.IsAbout || other.IsAbout,
        },
        ProfileQuantity.RdFte or ProfileQuantity.RdStaff or ProfileQuantity.Staff when Risen().IsMatch(gap) => other with { Earlier = one.Value },
        _ => null,
    };

    // 8 million yuan in 2025: in English the year stands behind.
    private static int? YearBehind(ToldClause clause, ToldNumber number) => clause.Years
        .Where(y => y.At >= number.Span.End && InYear().IsMatch(clause.Text[number.Span.End..y.At]))
        .Select(y => (int?)y.Year)
        .FirstOrDefault();

    // 检测费 and 认证费 are both bought, and not the same.
    private static bool IsOfSame(ToldQuantity one, ToldQuantity other) =>
        one.Of == other.Of && one.Year == other.Year && (one.Of != ProfileQuantity.ServiceSpending || one.Words == other.Words);

    private static (ProfileQuantity Of, string Words)? Named(
        ToldClause clause, ImmutableArray<(TextSpan Span, ImmutableArray<ProfileQuantity> Value)> names, ToldNumber number, ProfileQuantity? last, ProfileQuantity? asked)
    {
        if (!names.IsEmpty && names.LastOrDefault(n => n.Span.End <= number.Span.Start) is { Value.IsDefault: false } nearest && OfOthers.AreToldRightBefore(clause.Text[..nearest.Span.Start]))
            return null;
        if (number.Kind == ToldNumberKind.Money && Got().IsMatch(clause.Text[..number.Span.Start]))
            return (ProfileQuantity.Received, "");
        var before = names.LastOrDefault(n => n.Span.End <= number.Span.Start && Fitting(n.Value, number).Any());
        var behind = names.FirstOrDefault(n => n.Span.Start >= number.Span.End && n.Span.Start - number.Span.End <= Behind && Fitting(n.Value, number).Any());
        // 保费付了1.2万元: what was paid for says more than that it was paid.
        if (!before.Value.IsDefault && Paid().IsMatch(before.Span.Of(clause.Text))
            && names.LastOrDefault(n => n.Span.End <= before.Span.Start && Fitting(n.Value, number).Any()) is { Value.IsDefault: false } object_
            && !clause.Text[object_.Span.End..before.Span.Start].Any(char.IsAsciiDigit))
            before = object_;
        // 实际支付技术交易额300万元: paid of a contract, not what it is over.
        if (!before.Value.IsDefault && before.Value.Contains(ProfileQuantity.ContractValue) && number.Kind == ToldNumberKind.Money
            && PaidBefore().IsMatch(clause.Text[..before.Span.Start]))
            return (ProfileQuantity.ServiceSpending, before.Span.Of(clause.Text));
        // 通过pct途径申请的2件专利: of the kind just named.
        if (!before.Value.IsDefault && !behind.Value.IsDefault && behind.Value.Contains(ProfileQuantity.Patents) && before.Value[0] is >= ProfileQuantity.InventionPatents and < ProfileQuantity.Patents
            && !clause.Text[before.Span.End..number.Span.Start].Any(char.IsAsciiDigit))
            behind = default;
        // 50名研发人员: what stands right behind a number of pieces is what it counts.
        var name = number.Kind == ToldNumberKind.Count && !behind.Value.IsDefault && clause.Text[number.Span.End..behind.Span.Start].TrimEnd('的').Length <= 1 ? behind
            : !before.Value.IsDefault ? before : behind;
        if (!name.Value.IsDefault)
            return (Meant(Fitting(name.Value, number).First(), number, Between(clause.Text, name.Span, number.Span)), name.Span.Of(clause.Text));
        if (asked is { } meant && Fitting([meant], number).Any() && !names.Any(n => Fitting(n.Value, number).Any()))
            return (meant, "");
        if (number.Kind == ToldNumberKind.People)
            return (ProfileQuantity.Staff, "");
        if (number.Kind == ToldNumberKind.Area)
            return (ProfileQuantity.Area, "");
        var said = clause.Text[..number.Span.Start];
        // 研发费用600万，比上年增长20%: a per cent of spending is its growth or its share, never a sum; which of them must be said.
        if (number.Kind == ToldNumberKind.Share && !Grown().IsMatch(said) && !said.Contains('占', StringComparison.Ordinal))
            return null;
        return last is { } same && Fitting([same], number).Any() && (clause.Years.Length > 0 || names.IsEmpty) ? (Meant(same, number, said), "") : null;
    }

    // 研发占5%, 研发增长10%, 研发人员占30%: the words between tell what the per cent is of.
    private static ProfileQuantity Meant(ProfileQuantity of, ToldNumber number, string between) => (of, number.Kind) switch
    {
        (ProfileQuantity.RdSpending, ToldNumberKind.Share) => Grown().IsMatch(between) ? ProfileQuantity.RdGrowth : ProfileQuantity.RdShare,
        (ProfileQuantity.RdStaff, ToldNumberKind.Share) => ProfileQuantity.RdStaffShare,
        (_, ToldNumberKind.FullTime) => ProfileQuantity.RdFte,
        _ => of,
    };

    private static IEnumerable<ProfileQuantity> Fitting(ImmutableArray<ProfileQuantity> quantities, ToldNumber number) => quantities.Where(q => number.Kind switch
    {
        ToldNumberKind.Money => new ToldQuantity(q, null, 0).IsMoney,
        ToldNumberKind.Share => q is ProfileQuantity.RdShare or ProfileQuantity.RdGrowth or ProfileQuantity.RdStaffShare or ProfileQuantity.RdSpending or ProfileQuantity.RdStaff,
        ToldNumberKind.People => q is ProfileQuantity.Staff or ProfileQuantity.RdStaff,
        ToldNumberKind.FullTime => q is ProfileQuantity.RdStaff or ProfileQuantity.RdFte,
        ToldNumberKind.Area => q is ProfileQuantity.Area,
        _ => q is >= ProfileQuantity.InventionPatents and <= ProfileQuantity.Trademarks,
    });

    internal static bool HasYears(ProfileQuantity of) =>
        of is not (ProfileQuantity.Staff or ProfileQuantity.RdStaff or ProfileQuantity.RdStaffShare or ProfileQuantity.RdFte or ProfileQuantity.UnitPrice or ProfileQuantity.Area
            or (>= ProfileQuantity.InventionPatents and <= ProfileQuantity.Trademarks));

    // 想贷500万, 缺200万, 最高补多少: wished for, not told.
    private static bool IsWish(string clause, ToldNumber number) => Wished().IsMatch(clause[..number.Span.Start]);

    // 新引进博士2名, 一位外国专家: some of the staff, not how many there are.
    private static bool IsOfSome(string clause, ToldNumber number) =>
        number.Kind == ToldNumberKind.People && (Hired().IsMatch(clause[..number.Span.Start]) || OfOneKind().IsMatch(clause[number.Span.End..]) || KindBefore().IsMatch(clause[..number.Span.Start]));

    private static string Between(string text, TextSpan one, TextSpan other) =>
        one.End <= other.Start ? text[one.End..other.Start] : text[other.End..one.Start];

    [GeneratedRegex("(?:引进|招聘|招收|招了|招到|聘|录用|培养|选派|派驻|接收|引才|hired|recruited)[^,]{0,14}$")]
    private static partial Regex Hired();

    [GeneratedRegex("^ ?(?:的)?(?:全职|兼职|海外|外国|外籍|全日制|正?高级)?(?:博士|硕士|专家|院士|教授|人才|大学生|毕业生|研究生|股东|客户|顾问|工程师|科技特派员|科技专员|持)")]
    private static partial Regex OfOneKind();

    [GeneratedRegex("(?:博士|硕士|专家|院士|教授|高层次人才|大学生|毕业生|研究生|股东|客户|顾问|工程师)(?:有|共|约|是)?$")]
    private static partial Regex KindBefore();

    [GeneratedRegex("^(?:已付|已支付|实付|付了|付给|实际支付|支付)$")]
    private static partial Regex Paid();

    // 已获得省级研发后补助5万元.
    [GeneratedRegex("(?:已经?|曾经?|已经)?(?:获得?|拿到?|享受|领取?|得到)[了过]?[^,]{0,14}(?:补助|补贴|资助|奖励|奖补)(?:资金|款|金)?(?:为|是|共|约|了)?$")]
    private static partial Regex Got();

    [GeneratedRegex("^ ?(?:和|与|及|加|and) ?$")]
    private static partial Regex Joined();

    [GeneratedRegex("^(?:人|名)?(?:增加|增长|增|扩大|提高|升|变|涨)?(?:到|至|为|成)了?$|^ to $")]
    private static partial Regex Risen();

    [GeneratedRegex("^ ?(?:yuan|rmb|cny)? ?(?:in|for|during) $")]
    private static partial Regex InYear();

    [GeneratedRegex("(?:已付|已支付|实付|付了|付给|实际支付|支付|付)的?$")]
    private static partial Regex PaidBefore();

    [GeneratedRegex("增|涨|提高|上升|grew|increase")]
    private static partial Regex Grown();

    [GeneratedRegex("(?:想|需要|需|打算|准备|计划|希望|缺口?|还差|能不能|能否|可否|最高|最多|预计|拟|要贷|要借|plan to|want to|need|apply for|at most|up to)[^,]{0,12}$")]
    private static partial Regex Wished();
}
