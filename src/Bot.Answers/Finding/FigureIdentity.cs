using System.Text.RegularExpressions;
using Bot.Answers.Composing;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Finding;

/// <summary>What makes two figures figures of one thing, and what stands in the text that the ledger's fields don't hold.</summary>
internal static partial class FigureIdentity
{
    /// <summary>
    /// The indicator's canonical name, the vocabulary's for the words without glosses (研发(R&amp;D)经费支出), else the report's own words
    /// without what only says that something was done; folded.
    /// </summary>
    public static string NameOf(Figure figure)
    {
        if (figure.Indicator is { } indicator)
            return TextFolding.Fold(indicator);
        var words = Gloss().Replace(figure.Words, "");
        if (words.Length != figure.Words.Length && IndicatorVocabulary.Default.Resolve(words) is { } known)
            return TextFolding.Fold(known.Canonical);
        return Neutral().Replace(TextFolding.Fold(words), "");
    }

    /// <summary>Same indicator, aspect, base, and units that differ at most by 万 or 亿; status, region and period aside.</summary>
    public static bool AreOfOneKind(Figure a, Figure b) =>
        a.Aspect == b.Aspect
        && Units.AreAlike(a, b)
        && HaveSameBase(a, b)
        && NameOf(a) == NameOf(b);

    /// <summary>True when the figure speaks for its region as a whole: no other place, zone or institution stands before it.</summary>
    public static bool IsOfWholeRegion(LedgerFigure stated)
    {
        var before = Before(stated);
        if (Zone().Match(Lead(stated)) is { Success: true } zone && !stated.Figure.Words.Contains(zone.Value, StringComparison.Ordinal))
            return false;
        var own = stated.Figure.Region;
        var known = own is null ? null : Gazetteer.Default.Find(own);
        foreach (var mention in Gazetteer.Default.FindIn(before))
        {
            var isAround = mention.Region.Name == own || mention.Region.Name == stated.Paragraph.Metadata.WithinRegion
                || (known is not null && known.IsWithin(mention.Region));
            if (!mention.IsGuess && !isAround && !Institution().IsMatch(before[mention.Span.End..]))
                return false;
        }

        return true;
    }

    /// <summary>Part of what was named before (其中新认定176家).</summary>
    public static bool IsPart(LedgerFigure stated) => LeadWithSubject(stated).Contains("其中", StringComparison.Ordinal);

    /// <summary>What sets the figure apart in its own clause, beside the indicator's words: 吸纳 in 吸纳技术合同成交额; folded, empty when nothing.</summary>
    public static string ModifierOf(LedgerFigure stated)
    {
        var lead = TextFolding.Fold(LeadWithSubject(stated));
        var words = TextFolding.Fold(stated.Figure.Words);
        if (words.Length > 0)
            lead = lead.Replace(words, "", StringComparison.Ordinal);
        return Filling().Replace(Neutral().Replace(lead, ""), "");
    }

    /// <summary>True when a folded question names what sets the figure apart (吸纳), or how it came about (新认定 beside 通过认定).</summary>
    public static bool IsNamedIn(LedgerFigure stated, string question)
    {
        if (ModifierOf(stated) is { Length: > 1 } modifier && question.Contains(modifier, StringComparison.Ordinal))
            return true;
        return Adding().Match(TextFolding.Fold(Lead(stated))) is { Success: true } adding && question.Contains(adding.Value, StringComparison.Ordinal);
    }

    /// <summary>Verbatim, the sentence of the paragraph that holds the number.</summary>
    public static string Quote(LedgerFigure stated)
    {
        var (paragraph, at) = (stated.Paragraph.Paragraph, At(stated));
        foreach (var sentence in paragraph.Sentences)
        {
            if (sentence.Span.Start <= at && at < sentence.Span.End)
                return sentence.Span.Of(paragraph.Text);
        }

        return stated.Sentence;
    }

    private static bool HaveSameBase(Figure a, Figure b) =>
        (a.Aspect == FigureAspect.Share && a.Indicator is not null)
        || BaseOf(a) == BaseOf(b);

    private static string BaseOf(Figure figure) => figure.Base is null ? "" : Gdp().Replace(TextFolding.Fold(figure.Base), "gdp");

    private static int At(LedgerFigure stated) =>
        Math.Clamp(stated.Figure.Span.Start - stated.Paragraph.Paragraph.Span.Start, 0, stated.Paragraph.Paragraph.Text.Length);

    private static string Before(LedgerFigure stated)
    {
        var start = Math.Max(0, stated.Figure.Sentence.Start - stated.Paragraph.Paragraph.Span.Start);
        return stated.Paragraph.Paragraph.Text[Math.Min(start, At(stated))..At(stated)];
    }

    // 其中吸纳成交额58.7亿元，同比增长34.2%: the growth is of what the clause before it names.
    private static string LeadWithSubject(LedgerFigure stated)
    {
        var (lead, words) = (Lead(stated), stated.Figure.Words);
        if (words.Length == 0 || lead.Contains(words, StringComparison.Ordinal))
            return lead;
        var before = Before(stated);
        var at = before.LastIndexOf(words, StringComparison.Ordinal);
        return at < 0 ? lead : before[Clauses.Of(before).Last(c => c.Start <= at).Start..(at + words.Length)] + lead;
    }

    // From the clause's start, or from the number before it, up to the number.
    private static string Lead(LedgerFigure stated)
    {
        var before = Before(stated);
        var start = Clauses.Of(before) is [.., var last] ? last.Start : 0;
        var offset = At(stated) - before.Length + stated.Paragraph.Paragraph.Span.Start;
        foreach (var figure in stated.Paragraph.Figures)
        {
            var end = figure.Span.End - offset;
            if (end > start && end <= before.Length)
                start = end;
        }

        return before[start..];
    }

    [GeneratedRegex("[(（][^()（）]{1,12}[)）]")]
    private static partial Regex Gloss();

    [GeneratedRegex("全年|全市|全县|全区|全省|我市|我县|我区|年末|年底|预计|累计|总数量|总数|总量|数量|达到|达|实现|完成|力争|争取|确保|共|其中|分别|同比|以上|超过|突破|不少于|预期|目标")]
    private static partial Regex Neutral();

    [GeneratedRegex(@"[\s\p{P}\p{S}\d]|年|月|新增|新认定|认定|净增|有|为|至|到|约|近|超|总|已|和|及|与|比")]
    private static partial Regex Filling();

    [GeneratedRegex("(?<!重)新[认增引获建设成培列入][\u3400-\u9fff]?")]
    private static partial Regex Adding();

    [GeneratedRegex("高新区|开发区|经开区|园区|示范区|科技城|小镇|各县|县市区|街道|乡镇")]
    private static partial Regex Zone();

    [GeneratedRegex("^.{0,4}(大学|学院|研究|中心|公司|银行|基金|集团|实验室|科学|省级|市级|国家级)")]
    private static partial Regex Institution();

    [GeneratedRegex("地区生产总值|生产总值|地区gdp")]
    private static partial Regex Gdp();
}
