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
    public EnterpriseProfile Read(string words, DateOnly today)
    {
        var folded = TextFolding.Fold(words);
        var clauses = ToldClause.Of(folded, today.Year);
        return new EnterpriseProfile
        {
            Region = OwnPlaceReader.Read(words, folded),
            Founded = FoundingReader.Read(folded, today),
            Standings = _standings.Read(clauses),
            Sectors = SectorsIn(clauses),
            Quantities = _quantities.Read(clauses),
            Declarations = DeclarationsIn(folded),
            Need = NeedIn(clauses),
        };
    }

    private ImmutableArray<string> SectorsIn(ImmutableArray<ToldClause> clauses) =>
        [.. clauses.SelectMany(c => _vocabulary.SectorForms.FindIn(c.Text).Where(f => !Denied().IsMatch(c.Text[..f.Span.Start])).Select(f => f.Value.Name)).Distinct()];

    private ImmutableArray<string> DeclarationsIn(string folded)
    {
        var declared = ImmutableArray.CreateBuilder<string>();
        foreach (var entry in _vocabulary.Declarations)
        {
            if (entry.Denied.Any(d => folded.Contains(d, StringComparison.Ordinal)))
                declared.Add(entry.Denial);
            else if (entry.Told.Any(t => folded.Contains(t, StringComparison.Ordinal)))
                declared.Add(entry.Name);
        }

        return declared.ToImmutable();
    }

    // What is told as a fact (去年研发200万) may be what is looked for, too, but only where nothing is said to be looked for.
    private string? NeedIn(ImmutableArray<ToldClause> clauses)
    {
        var looking = clauses.Select(c => c.Text).Where(t => Looking().IsMatch(t) && _vocabulary.Needs.Any(n => n.IsToldIn(t))).ToList();
        return looking.Count == 0 ? null : string.Join(',', looking);
    }

    [GeneratedRegex("(?:不是|不做|不搞|没有|没做|非)[^,]{0,4}$")]
    private static partial Regex Denied();

    [GeneratedRegex("缺|想|需要|急需|要|找|希望|打算|准备|计划|补|奖|支持|政策|怎么|如何|什么|哪些|能|可以|申请|申报|资助|贴息|帮|困难|紧张|need|want|looking|apply|support|help|subsid|grant")]
    private static partial Regex Looking();
}
