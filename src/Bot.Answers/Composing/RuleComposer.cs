using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Composing;

/// <summary>
/// Answers what a policy document provides (研发奖补最高多少, 什么条件, 不合格怎么办) with the provision's own sentences, uncut, for a rate
/// without its ceiling would be half the rule; and whether the document is in force.
/// </summary>
internal sealed partial class RuleComposer(IReportIndex index, DocumentStanding standings)
{
    private const int MostDocuments = 3;
    private const int MostArticles = 2;
    private const int MostQuoted = 360;

    // Share of what was asked that a provision must hold.
    private const double Enough = 0.5;
    private const double NearlyAsGood = 0.93;

    // As for sentences: what stands in the chapter's heading is nearly as good.
    private const double InHeading = 0.85;
    private const double InTitle = 0.5;

    // A report that tells what was done must not be overheard by a rule that only shares its words.
    private const double AsGood = 0.05;
    private const double OfMatter = 0.15;

    private sealed record Candidate(Report Report, PolicyArticle Article, double Share);

    /// <summary>Null where no provision of a document in scope is what was asked for.</summary>
    public async Task<AnswerDraft?> ComposeAsync(QuestionReading reading, Scope scope, Evidence evidence, CancellationToken cancellationToken)
    {
        if (!IsAsked(reading))
            return null;
        var documents = await DocumentsAsync(evidence, cancellationToken);
        if (documents.Count == 0)
            return null;
        var ranked = Ranked(reading, evidence.Terms, documents);
        var told = documents.Select(d => d.Id).ToHashSet();
        var elsewhere = evidence.Sentences.Where(s => !told.Contains(s.Source.Report) && Eligibility.InYears(s, scope.Years)).Select(s => s.Match).DefaultIfEmpty().Max();
        if (ranked.IsEmpty || ranked[0].Share < Math.Max(Enough, elsewhere - AsGood))
            return null;
        var draft = new AnswerDraft();
        foreach (var document in ranked.Where(c => c.Share >= ranked[0].Share * NearlyAsGood).Take(MostArticles).GroupBy(c => c.Report))
            await TellAsync(draft, document.Key, [.. document.OrderBy(c => c.Article.First.Number)], reading.IsEnglish, evidence.Terms, cancellationToken);
        return draft;
    }

    private static bool IsAsked(QuestionReading reading) =>
        reading.Kind is QuestionKind.Measure or QuestionKind.Figure or QuestionKind.Open or QuestionKind.Date or QuestionKind.List
        && !reading.IsSelf && !Statistics().IsMatch(reading.Folded) && (reading.IsPremise || reading.AsksSupport || reading.AsksCeiling || Provision().IsMatch(reading.Folded));

    private async Task<List<Report>> DocumentsAsync(Evidence evidence, CancellationToken cancellationToken)
    {
        var setting = index.Catalogue.Where(e => e.Measures > 0).Select(e => e.Id).ToHashSet();
        var ids = evidence.Sentences.Where(s => setting.Contains(s.Source.Report)).GroupBy(s => s.Source.Report).OrderByDescending(g => g.Max(s => s.Match)).Select(g => g.Key);
        var documents = new List<Report>();
        foreach (var id in ids.Take(MostDocuments))
        {
            if (await index.LoadAsync(id, cancellationToken) is { } report && report.Measures.Any(m => m.Standing == MeasureStanding.Rule))
                documents.Add(report);
        }

        return documents;
    }

    private static ImmutableArray<Candidate> Ranked(QuestionReading reading, ImmutableArray<TopicTerm> terms, List<Report> documents)
    {
        var all = documents.SelectMany(d => PolicyArticle.Of(d).Select(a => (Report: d, Article: a, Text: TextFolding.Fold(a.Text), Heading: TextFolding.Fold(a.First.SectionPath)))).ToList();
        var weighed = TermRarity.Weigh(
            reading.Terms.IsEmpty ? terms : reading.Terms,
            [.. (reading.Terms.IsEmpty ? terms : reading.Terms).Select(t => all.Count(a => TermMatch.In(a.Text, t) > 0 || TermMatch.In(a.Heading, t) > 0))],
            all.Count);
        var asked = weighed.Sum(t => t.Weight);
        if (asked == 0)
            return [];
        return
        [
            .. all.Where(a => Answers(a.Article.Text, reading))
                .Select(a => new Candidate(a.Report, a.Article, (weighed.Sum(t => t.Weight * Held(t, a.Text, a.Heading, TextFolding.Fold(a.Report.Metadata.Title))) / asked) + Matter(reading.Folded, a.Text)))
                .OrderByDescending(c => c.Share),
        ];
    }

    // 什么时候报, 要什么材料: what is asked of the matter has words of its own in the provision.
    private static double Matter(string asked, string text) =>
        Matters.Where(m => m.Asked.IsMatch(asked)).Select(m => m.Told.IsMatch(text) ? OfMatter : -OfMatter).DefaultIfEmpty().Max();

    private static readonly ImmutableArray<(Regex Asked, Regex Told)> Matters =
    [
        (AsksTime(), TellsTime()), (AsksPapers(), TellsPapers()), (AsksPenalty(), TellsPenalty()), (AsksTogether(), TellsTogether()),
    ];

    [GeneratedRegex("(什么时候|啥时候|何时|几月|哪个月|时间|截止|哪天|多会儿)[^,。]{0,6}(报|交|申|领|受理|递)|(报|申请|申报|申领)[^,。]{0,4}(时间|期限|截止)|截止(时间|日期|到)|when [^.]*appl|deadline")]
    private static partial Regex AsksTime();

    [GeneratedRegex("(申报|申请|受理|申领|兑付|集中|征集)[^。;]{0,24}(\\d月|时间|季度|每年|年度|工作日|随时|常年)|每年[^。;]{0,16}(申报|受理|申请)")]
    private static partial Regex TellsTime();

    [GeneratedRegex("材料|资料(?!没)|交什么|提交|证明|documents")]
    private static partial Regex AsksPapers();

    [GeneratedRegex("材料|申请表|申报书|复印件|证明")]
    private static partial Regex TellsPapers();

    [GeneratedRegex("骗|造假|虚报|作假|违规|处罚|后果|罚|追究|penalt|fraud")]
    private static partial Regex AsksPenalty();

    [GeneratedRegex("弄虚作假|骗取|追回|取消|收回|追究|暂停")]
    private static partial Regex TellsPenalty();

    [GeneratedRegex("叠加|同时享受|同时拿|还能(再)?(拿|领|享|申)|重复|再拿|都能拿|一起拿")]
    private static partial Regex AsksTogether();

    [GeneratedRegex("叠加|重复|就高|同时享受|不再享受|不受此限|只能享受|择优")]
    private static partial Regex TellsTogether();

    private static double Held(TopicTerm term, string text, string heading, string title) =>
        Math.Max(TermMatch.In(text, term), Math.Max(InHeading * TermMatch.In(heading, term), InTitle * TermMatch.In(title, term)));

    private static bool Answers(string text, QuestionReading reading) =>
        (!reading.AsksNumber || !SentenceNumbers.Fitting(text, reading.Units).IsEmpty)
        && (!reading.AsksCeiling || Ceiling.IsStated(text))
        && !Opposites.Exclude(reading.Folded, TextFolding.Fold(text));

    private async Task TellAsync(
        AnswerDraft draft, Report report, ImmutableArray<Candidate> told, bool english, ImmutableArray<TopicTerm> terms, CancellationToken cancellationToken)
    {
        var first = Stored(report, told[0].Article.First);
        var title = draft.Cite(first, first.Paragraph.Text);
        var standing = await standings.OfAsync(report.Id, told[0].Article.First, cancellationToken) is { } rule ? DocumentStanding.Told(draft, rule, english) : "";
        draft.Line(english
            ? $"《{report.Metadata.Title}》{title}{(standing.Length > 0 ? $" ({standing})" : "")} provides:"
            : $"《{report.Metadata.Title}》{title}{(standing.Length > 0 ? $"（{standing}）" : "")}规定：");
        foreach (var paragraph in told.SelectMany(c => Quotable(c.Article, terms)))
        {
            var quoted = Quoted(paragraph, terms);
            draft.Line("- " + quoted.TrimEnd('。', '；', ';', '，', ',', ' ', '　') + draft.Cite(Stored(report, paragraph), quoted));
        }
    }

    // Of a long provision the paragraph that opens it, and the items that were asked about.
    private static IEnumerable<Paragraph> Quotable(PolicyArticle article, ImmutableArray<TopicTerm> terms)
    {
        if (article.Text.Length <= MostQuoted)
            return article.Paragraphs;
        var asked = article.Paragraphs.Where((p, i) => i == 0 || terms.Any(t => t.Weight > 0 && TermMatch.In(TextFolding.Fold(p.Text), t) > 0)).ToList();
        return asked.Count > 1 ? asked : article.Paragraphs;
    }

    // Whole sentences, from the one that holds most of what was asked on.
    private static string Quoted(Paragraph paragraph, ImmutableArray<TopicTerm> terms)
    {
        if (paragraph.Text.Length <= MostQuoted || paragraph.Sentences.Length < 2)
            return paragraph.Text.Trim();
        var shares = paragraph.Sentences.Select(s => terms.Sum(t => t.Weight * TermMatch.In(TextFolding.Fold(s.Span.Of(paragraph.Text)), t))).ToList();
        var (from, to) = (shares.IndexOf(shares.Max()), shares.IndexOf(shares.Max()));
        while (to + 1 < shares.Count && paragraph.Sentences[to + 1].Span.End - paragraph.Sentences[from].Span.Start <= MostQuoted)
            to++;
        while (from > 0 && paragraph.Sentences[to].Span.End - paragraph.Sentences[from - 1].Span.Start <= MostQuoted)
            from--;
        return paragraph.Text[paragraph.Sentences[from].Span.Start..paragraph.Sentences[to].Span.End].Trim();
    }

    private static StoredParagraph Stored(Report report, Paragraph paragraph) => new(report.Id, report.Metadata, paragraph, []);

    [GeneratedRegex("有效|过期|最高|最多|上限|封顶|额度|比例|标准|条件|资格|门槛|对象|范围|申请|申报|申领|兑付|兑现|受理|材料|流程|程序|期限|截止|补|奖|资助|扶持|贴息|抵用|抵扣|处罚|取消|追回|怎么办|会怎么样|后果|可不可以|能不能|能否|可以吗|谁来|由谁|哪个部门|怎么算|如何计算|负责|承担|必须|应当|需要|要求|不予|不能|限制|合格|eligib|qualif|appl(?:y|ies|ication)|condition|require|at most|maximum|ceiling|rate|deadline|how much|grant|subsid|reward|support|voucher")]
    private static partial Regex Provision();

    // What was paid out is a result, told by reports.
    [GeneratedRegex("发放了|兑现了|使用了|安排了|支出了|累计|总额|总量|共有|惠及|多少家|几家|多少户|多少项|全市|全省|全区|目标|规划|指标|完成|增长|同比|how many|\\btargets?\\b")]
    private static partial Regex Statistics();
}
