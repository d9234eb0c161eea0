using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Reads from free words what they tell of an enterprise. What is wished for, or asked, is not told.</summary>
public sealed partial class ProfileReader
{
    private readonly MatchVocabulary _vocabulary;
    private readonly QuantityReader _quantities;
    private readonly StandingReader _standings;

    /// <param name="vocabularyFolder">Folder with the operator's additions to the vocabulary files, or null.</param>
    /// <exception cref="FormatException">A line of them can't be used; says which and why.</exception>
    public ProfileReader(string? vocabularyFolder = null)
        : this(new MatchVocabulary(vocabularyFolder))
    {
    }

    internal ProfileReader(MatchVocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _quantities = new QuantityReader(vocabulary);
        _standings = new StandingReader(vocabulary);
    }

    /// <param name="today">The asker's date, by which 去年 and 今年 are resolved.</param>
    public EnterpriseProfile Read(string words, DateOnly today) => Read(words, today, asked: null);

    /// <param name="asked">The number that was asked for: one without a name is of it.</param>
    internal EnterpriseProfile Read(string words, DateOnly today, ProfileQuantity? asked)
    {
        var folded = TextFolding.Fold(words);
        var clauses = ToldClause.Of(folded, today.Year);
        return new EnterpriseProfile
        {
            Region = OwnPlaceReader.Read(words, folded),
            Founded = FoundingReader.Read(folded, today),
            Standings = _standings.Read(clauses),
            Sectors = SectorsIn(clauses),
            Quantities = _quantities.Read(clauses, asked),
            Declarations = DeclarationsIn(folded),
            Deeds = DeedReader.Read(folded, today.Year),
            Need = NeedIn(clauses),
        };
    }

    private ImmutableArray<string> SectorsIn(ImmutableArray<ToldClause> clauses) =>
        [.. clauses.SelectMany(c => _vocabulary.SectorForms.FindIn(c.Text).Where(f => !Denied().IsMatch(c.Text[..f.Span.Start]) && !IsBought(c.Text, f.Span)).Select(f => f.Value.Name)).Distinct()];

    // 购买云服务12万, 节能改造: what was bought or done, not the line of business.
    private static bool IsBought(string clause, TextSpan named) => Bought().IsMatch(clause[..named.Start]) || Worked().IsMatch(clause[named.End..]);

    private ImmutableArray<string> DeclarationsIn(string folded)
    {
        var declared = ImmutableArray.CreateBuilder<string>();
        foreach (var entry in _vocabulary.Declarations)
        {
            if (entry.Denied.Any(d => IsSaid(folded, d)))
                declared.Add(entry.Denial);
            else if (entry.Told.Any(t => folded.Contains(t, StringComparison.Ordinal)))
                declared.Add(entry.Name);
        }

        return declared.ToImmutable();
    }

    // 没有逾期 doesn't say 逾期.
    private static bool IsSaid(string folded, string denial)
    {
        for (var at = folded.IndexOf(denial, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(denial, at + 1, StringComparison.Ordinal))
        {
            if (!Negated().IsMatch(folded[..at]))
                return true;
        }

        return false;
    }

    // What is told as a fact (去年研发200万) may be what is looked for, too, but only where nothing is said to be looked for.
    private string? NeedIn(ImmutableArray<ToldClause> clauses)
    {
        var looking = clauses.Select(c => c.Text).Where(t => Looking().IsMatch(t) && _vocabulary.Needs.Any(n => n.IsToldIn(t))).ToList();
        return looking.Count == 0 ? null : string.Join(',', looking);
    }

    [GeneratedRegex("(?:购买|采购|租用|租赁|委托|用了|上)[^,]{0,4}$")]
    private static partial Regex Bought();

    [GeneratedRegex("^(?:技术)?(?:改造|服务费|服务(?:花|付|支出|合同|\\d))")]
    private static partial Regex Worked();

    [GeneratedRegex("(?:不是|不做|不搞|没有|没做|非)[^,]{0,4}$")]
    private static partial Regex Denied();

    [GeneratedRegex("(?:没|没有|无|未|不|从未|并未)(?:存在|发生|被|曾)?$")]
    private static partial Regex Negated();

    [GeneratedRegex("缺|想|需要|急需|要|找|希望|打算|准备|计划|补|奖|支持|政策|怎么|如何|什么|哪些|能|可以|申请|申报|资助|贴息|帮|困难|紧张|need|want|looking|apply|support|help|subsid|grant|voucher|what|which|can we|reward|how much")]
    private static partial Regex Looking();
}
