using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Finding;
using Bot.Answers.Matching;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Composing;

/// <summary>Answers whether a document is in force, from when and until when: by its own words, and by those of documents that end it.</summary>
internal sealed partial class ValidityComposer(IReportIndex index, DocumentStanding standings)
{
    private const int MostDocuments = 3;

    // Share of what was asked that the name of a document must hold, beside the place.
    private const double Named = 0.5;

    public static bool IsAsked(QuestionReading reading) => Asked().IsMatch(reading.Folded);

    /// <summary>How long something holds is asked for, not until when.</summary>
    public static bool AsksLength(QuestionReading reading) => Length().IsMatch(reading.Folded);

    /// <summary>Null where the documents in scope don't say.</summary>
    public async Task<AnswerDraft?> ComposeAsync(QuestionReading reading, Scope scope, CancellationToken cancellationToken)
    {
        var terms = reading.Terms.Where(t => t.Weight >= 1 && !Asked().IsMatch(t.Words[0]) && !Asking().IsMatch(t.Words[0])).ToImmutableArray();
        var draft = new AnswerDraft();
        var entries = scope.Reports.Where(e => e.Measures > 0 || !e.Repeals.IsEmpty).ToList();
        var ended = entries.SelectMany(e => e.Repeals.Select(r => (Entry: e, Repeal: r, Share: Share(r.Document.Title, terms)))).Where(r => r.Share >= Named).OrderByDescending(r => r.Share).ToList();
        var meant = entries.Where(e => e.Measures > 0).Select(e => (Entry: e, Share: Share(e.Metadata!.Title, terms))).OrderByDescending(e => e.Share).ToList();
        // 旧办法还有效吗: the one that was ended, by whatever share of its name.
        if (Former().IsMatch(reading.Folded) && entries.SelectMany(e => e.Repeals.Select(r => (Entry: e, Repeal: r))).ToList() is { Count: > 0 } former)
        {
            foreach (var (entry, repeal) in former.Take(MostDocuments))
                await EndedAsync(draft, entry, repeal, reading.IsEnglish, cancellationToken);
        }
        else if (meant.Count > 0 && (ended.Count == 0 || meant[0].Share >= ended[0].Share))
        {
            foreach (var (entry, _) in meant.Where(m => m.Share >= Math.Max(meant[0].Share * 0.9, terms.IsEmpty ? 0 : 0.01)).Take(MostDocuments))
            {
                await TellAsync(draft, entry, reading.IsEnglish, cancellationToken);
                if (reading.Kind is QuestionKind.DocumentNumber)
                    await NumberAsync(draft, entry, reading.IsEnglish, cancellationToken);
            }
        }
        else if (ended.Count > 0)
        {
            await EndedAsync(draft, ended[0].Entry, ended[0].Repeal, reading.IsEnglish, cancellationToken);
        }

        return draft.IsEmpty ? null : draft;
    }

    /// <summary>The same for a document that the question calls by its number (…〔2020〕4号), wherever it is spoken of; null where none does.</summary>
    public async Task<AnswerDraft?> ComposeByNumberAsync(string question, bool english, CancellationToken cancellationToken)
    {
        var asked = DocumentName.Of(new NamedDocument(question, null, default)).Title;
        var draft = new AnswerDraft();
        foreach (var entry in index.Catalogue.Where(e => e.Metadata is not null))
        {
            if (entry.Measures > 0 && IsCalled(DocumentName.Of(entry.Metadata!).Number))
                await TellAsync(draft, entry, english, cancellationToken);
            else if (entry.Repeals.FirstOrDefault(r => IsCalled(DocumentName.Of(r.Document).Number)) is { } repeal)
                await EndedAsync(draft, entry, repeal, english, cancellationToken);
        }

        return draft.IsEmpty ? null : draft;

        bool IsCalled(string? number) => number is { Length: > 4 } && asked.Contains(number, StringComparison.Ordinal);
    }

    // Whoever asks of a measure (创新券还有效吗) means the document that sets it: then no name is held against it.
    private static double Share(string title, ImmutableArray<TopicTerm> terms)
    {
        var asked = terms.Sum(t => t.Weight);
        return asked == 0 ? 1 : terms.Sum(t => t.Weight * TermMatch.In(TextFolding.Fold(title), t)) / asked;
    }

    private async Task TellAsync(AnswerDraft draft, ReportEntry entry, bool english, CancellationToken cancellationToken)
    {
        if (await standings.OfAsync(entry.Id, null, cancellationToken) is not { } rule)
            return;
        var title = (await index.LoadParagraphsAsync([new ParagraphAddress(entry.Id, 1)], cancellationToken)).FirstOrDefault();
        var name = $"《{entry.Metadata!.Title}》{(title is null ? "" : draft.Cite(title, title.Paragraph.Text))}";
        var state = MatchWording.State(rule.State, english);
        draft.Line(english ? $"{name}: as of today {state}." : $"{name}：按提问日期，{state}。");
        if (rule.Measure.Validity.Statement is { } statement)
            draft.Line("- " + MeasureTeller.Unnumbered(statement.Text).TrimEnd('。', '；', ';') + draft.Cite(rule.ParagraphOf(statement.Span), rule.Quote(statement.Span).Sentence));
        else
            draft.Line(english ? "- The document does not write how long it holds." : "- 原文未写明施行日期和有效期。");
        if (rule is { State: MeasureState.Repealed, RepealedBy: { } by } && index.Catalogue.FirstOrDefault(e => e.Id == by.Report) is { } ending
            && ending.Repeals.FirstOrDefault(r => Share(r.Document.Title, [new TopicTerm([TextFolding.Fold(entry.Metadata.Title)], 1, true)]) > 0 || entry.Metadata.Title.Contains(r.Document.Title, StringComparison.Ordinal)) is { } repeal)
            await EndedAsync(draft, ending, repeal, english, cancellationToken);
    }

    // 文号是多少，哪天施行: both are asked for.
    private async Task NumberAsync(AnswerDraft draft, ReportEntry entry, bool english, CancellationToken cancellationToken)
    {
        if (entry.Metadata?.DocumentNumber is not { } number || await index.LoadAsync(entry.Id, cancellationToken) is not { } report
            || report.Paragraphs.FirstOrDefault(p => p.Text.Contains(number, StringComparison.Ordinal)) is not { } paragraph)
            return;
        var marker = draft.Cite(new StoredParagraph(report.Id, report.Metadata, paragraph, []), paragraph.Text);
        draft.Line(english ? $"- Document number: {number}{marker}" : $"- 发文字号：{number}{marker}");
    }

    private async Task EndedAsync(AnswerDraft draft, ReportEntry by, Repeal repeal, bool english, CancellationToken cancellationToken)
    {
        if (await index.LoadAsync(by.Id, cancellationToken) is not { } report || report.Paragraphs.FirstOrDefault(p => p.Span.Overlaps(repeal.Document.Span)) is not { } paragraph)
            return;
        var quote = QuotedSentence(paragraph, repeal.Document.Span);
        var marker = draft.Cite(new StoredParagraph(report.Id, report.Metadata, paragraph, []), quote);
        draft.Line(english
            ? $"《{repeal.Document.Title}》{marker} is ended by《{report.Metadata.Title}》: {quote.Trim().TrimEnd('。')}{marker}."
            : $"《{repeal.Document.Title}》{marker}已由《{report.Metadata.Title}》废止：{quote.Trim().TrimEnd('。')}{marker}。");
    }

    private static string QuotedSentence(Paragraph paragraph, TextSpan span)
    {
        var within = span.Shift(-paragraph.Span.Start);
        var held = paragraph.Sentences.Where(s => s.Span.Overlaps(within)).Select(s => s.Span).ToArray();
        return held.Length == 0 ? paragraph.Text : paragraph.Text[held[0].Start..held[^1].End];
    }

    [GeneratedRegex("有效(?!发明|专利|期内|投入|供给|缓解|需求)|失效|废止|作废|过期|到期|还能用|还管用|还在执行|还执行|继续执行|施行|生效|(?:什么时候|何时|哪天|几时|哪年)(?:开始|起)?(?:实施|执行)|(?:实施|执行)到|in force|still valid|expire|repeal|take effect")]
    private static partial Regex Asked();

    [GeneratedRegex("旧(?:的|办法|细则|政策|文件|版|规)|老(?:的|办法|政策|文件|版)|原(?:来的|先的|办法|细则|政策|文件)|以前的|former|previous|the old")]
    private static partial Regex Former();

    [GeneratedRegex("多久|多长|几年|几个月|几天|多少年|多少个?月|多少天|how long")]
    private static partial Regex Length();

    [GeneratedRegex("政策|文件|办法|现在|目前|时候|还|吗|多久|什么|哪|几|日期|截至|开始|到|是否")]
    private static partial Regex Asking();
}
