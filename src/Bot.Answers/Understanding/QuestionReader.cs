using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Understanding;

/// <summary>Reads one question by itself: regions, years, what is asked and about what.</summary>
internal sealed partial class QuestionReader(QuestionWords words, TopicReader topics, Attributes attributes, Gazetteer gazetteer)
{
    private static readonly ImmutableArray<(string List, FigureAspect Aspect)> AspectLists =
    [
        ("new", FigureAspect.New), ("cumulative", FigureAspect.Cumulative), ("netincrease", FigureAspect.NetIncrease),
        ("growth", FigureAspect.Growth), ("share", FigureAspect.Share), ("rankaspect", FigureAspect.Rank),
    ];

    private readonly AskedTimeReader _times = new(words);
    private readonly AskedStatusReader _statuses = new(words);
    private readonly AskedNumberReader _numbers = new(words);
    private readonly AskedListReader _lists = new(words);
    private readonly QuestionKindReader _kinds = new(words, new AskedListReader(words));

    public QuestionReading Read(string question)
    {
        // 比较沛县和…: no 较沛县.
        var original = Comparing().Replace(Markup().Replace(question, " ").Trim(), "对比");
        var folded = TextFolding.Fold(original);
        var regions = gazetteer.FindIn(CapitalsKept(original, folded)).ToImmutableArray();
        // A name that only sounds like a region is one only where no region is named.
        if (regions.Any(r => !r.IsGuess))
            regions = [.. regions.Where(r => !r.IsGuess)];
        var (years, yearSpans) = YearReader.Read(folded);
        var relative = _times.RelativeYear(folded, out var relativeSpans);
        var isEnglish = QuestionLanguage.IsEnglish(folded);
        var terms = topics.Read(folded, [.. regions.Select(r => r.Span), .. yearSpans, .. relativeSpans, .. _lists.Counts(folded)], isEnglish);
        var units = _numbers.Units(folded, terms);
        if (words.IsOfSelf(folded))
            terms = SelfLighter(folded, terms);
        var status = _statuses.Read(folded);
        // What a year gone by brought is asked for, not what is planned for it.
        if (status is AskedStatus.Any && relative < 0)
            status = AskedStatus.Achieved;
        var kind = _kinds.Read(folded, regions, years, units, status, terms);
        var isClaim = kind is QuestionKind.Figure or QuestionKind.Open or QuestionKind.List or QuestionKind.Measure && Claim.Read(folded) is not null && !words.IsOfSelf(folded);
        return new QuestionReading(
            folded,
            isEnglish,
            isClaim ? QuestionKind.Open : kind,
            regions,
            years,
            relative,
            status,
            AspectsOf(folded, words),
            units,
            terms,
            AskedListReader.Count(folded),
            IsPremise: isClaim || QuestionKindReader.IsConfirmation(folded) || (words.Has("premise", folded) && units.IsEmpty),
            AsksCeiling: words.Has("ceiling", folded) && !units.IsEmpty && (units.Contains(AskedUnit.Money) || words.Has("support", folded) || Paid().IsMatch(folded)),
            IsSelf: words.IsOfSelf(folded),
            IsContinuation: words.Has("followup", folded),
            Attributes: units.IsEmpty ? [] : attributes.In(Without(folded, regions)),
            Months: AskedTimeReader.Months(folded),
            AsksFullYear: words.Has("fullyear", folded),
            AsksWho: words.Has("who", folded),
            AsksSupport: words.Has("support", folded),
            Asks: AskedNumberReader.Count(folded, terms));
    }

    public static ImmutableHashSet<FigureAspect> AspectsOf(string folded, QuestionWords words) =>
        [.. AspectLists.Where(a => words.Has(a.List, folded)).Select(a => a.Aspect)];

    /// <summary>Folded text with its capitals: anonymised and English names are told by them, and folding takes them away.</summary>
    public static string CapitalsKept(string original, string folded) => folded.Length == original.Length
        ? string.Create(folded.Length, (original, folded), static (kept, texts) =>
        {
            for (var i = 0; i < kept.Length; i++)
                kept[i] = char.IsAscii(texts.original[i]) ? texts.original[i] : texts.folded[i];
        })
        : folded;

    // 合肥高新区 is asked about as a place; 高新区 in it sets no figure apart.
    private static string Without(string folded, ImmutableArray<RegionMention> regions)
    {
        var kept = folded.ToCharArray();
        foreach (var region in regions.Where(r => !r.IsGuess))
            Array.Fill(kept, ' ', region.Span.Start, region.Span.Length);
        return new string(kept);
    }

    // 我是科小，一年能领多少券？: who asks matters less than what is asked.
    private ImmutableArray<TopicTerm> SelfLighter(string folded, ImmutableArray<TopicTerm> terms)
    {
        var lighter = new bool[folded.Length];
        foreach (Match part in Parts().Matches(folded))
        {
            if (words.IsOfSelf(part.Value) || (part.Value.StartsWith('是') && part.Length < 12))
                Array.Fill(lighter, true, part.Index, part.Length);
        }

        // Where all is said in one breath, nothing tells the two apart.
        return Array.TrueForAll(lighter, l => l)
            ? terms
            : [.. terms.Select(t => t.At >= 0 && lighter[t.At] ? t with { Weight = t.Weight * 0.4 } : t)];
    }

    [GeneratedRegex("^比较(?=[\\u3400-\\u9fff])")]
    private static partial Regex Comparing();

    [GeneratedRegex("券|补|奖|贷|资助|扶持|抵|(单个|每个|每家|一家).*投")]
    private static partial Regex Paid();

    [GeneratedRegex(@"<[^<>]{0,200}>|\*\*|\]\([^)]{0,200}\)|[`#]")]
    private static partial Regex Markup();

    [GeneratedRegex("[^,。?!;]+")]
    private static partial Regex Parts();
}
