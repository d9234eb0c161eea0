using System.Collections.Immutable;
using Bot.Answers.Finding;
using Bot.Answers.Grounding;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Composing;

/// <summary>Refusals that help: what was not found, what the reports do cover, and what comes nearest, labelled as such.</summary>
internal sealed class Refusals(IReportIndex index)
{
    // More reports than this are counted by regions only; a list nobody reads helps nobody.
    private const int MostListed = 8;

    public async Task<Answer> OfScopeAsync(ScopeOutcome outcome, bool english, CancellationToken cancellationToken)
    {
        var draft = new AnswerDraft();
        switch (outcome)
        {
            case ScopeOutcome.Empty:
                draft.Line(english ? "No report can be searched yet." : "目前还没有可检索的报告，请先在资料目录中放入报告。");
                return draft.Refused();
            case ScopeOutcome.NoSuchRegion { Within.IsEmpty: false } wider:
                draft.Line(english
                    ? $"The reports do not cover {wider.Region} as a whole; they cover a place within it, which does not speak for all of it."
                    : $"资料没有{wider.Region}整体的报告，只收录了其中的地区，不能代表{wider.Region}：");
                await CoverageAsync(draft, wider.Within, english, cancellationToken);
                return draft.Refused();
            case ScopeOutcome.NoSuchRegion none:
                draft.Line(english ? $"The reports do not cover {none.Region}." : $"资料没有收录{none.Region}的报告，无法回答。");
                draft.Line(english ? "They cover:" : "目前收录：");
                await CoverageAsync(draft, index.Catalogue, english, cancellationToken);
                return draft.Refused();
            case ScopeOutcome.NoSuchYear year:
                var regions = year.Reports.Select(r => r.Metadata?.Region).Distinct().ToList();
                var region = regions is [{ } only] ? only : "";
                draft.Line(english
                    ? $"The reports {(region.Length > 0 ? "of " + region + " " : "")}say nothing of {Wording.Join(year.Years)}."
                    : $"{region}{(region.Length > 0 ? "的" : "")}资料没有{Wording.Join(year.Years)}年的内容，不能用其他年份代替。");
                foreach (var computed in year.Computed)
                    draft.Compute(computed.Value, computed.Expression);
                draft.Line(english ? "They cover:" : "收录的是：");
                await CoverageAsync(draft, year.Reports, english, cancellationToken);
                return draft.Refused();
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome));
        }
    }

    /// <summary>The scope is covered, but nothing in it answers.</summary>
    public async Task<Answer> NotFoundAsync(QuestionReading reading, Scope scope, Evidence evidence, CancellationToken cancellationToken)
    {
        var nearest = Nearest(reading, scope, evidence);
        var refused = await NotFoundAsync(reading, scope, evidence, nearest, cancellationToken);
        var repeatable = scope.Years.Select(y => FormattableString.Invariant($"{y}年")).Append(reading.Folded);
        // What is offered as related passes the gate too, or is left out.
        return nearest is null || DigitGate.Unsupported(refused, repeatable).IsEmpty
            ? refused
            : await NotFoundAsync(reading, scope, evidence, null, cancellationToken);
    }

    private async Task<Answer> NotFoundAsync(
        QuestionReading reading, Scope scope, Evidence evidence, EvidenceSentence? nearest, CancellationToken cancellationToken)
    {
        var draft = new AnswerDraft();
        draft.Line(NotFound(reading, scope));
        if (nearest is not null)
        {
            draft.Line(reading.IsEnglish ? "Nearest, though it does not answer the question:" : "相关但不能直接回答该问题的原文：");
            Statement.Add(draft, nearest, reading with { Units = [] }, scope, evidence.Terms, "- ");
        }
        else
        {
            draft.Line(reading.IsEnglish ? "The reports cover:" : "资料收录：");
            await CoverageAsync(draft, scope.Reports, reading.IsEnglish, cancellationToken);
        }

        return draft.Refused();
    }

    public async Task<Answer> OfKindAsync(QuestionKind kind, bool english, CancellationToken cancellationToken)
    {
        var draft = new AnswerDraft();
        draft.Line((kind, english) switch
        {
            (QuestionKind.Injection, true) => "I can't do that. I only answer questions about the reports, with their sources.",
            (QuestionKind.Injection, false) => "这个要求我不能执行。我只根据收录的报告回答问题，并注明出处。",
            (QuestionKind.Contact, true) => "Contact data of persons is not shown, even where a report has it. Please see the issuing office's official page.",
            (QuestionKind.Contact, false) => "出于个人信息保护，不提供电话、邮箱等联系方式；请以发布机构官方网站为准。",
            (QuestionKind.OffTopic, true) => "That is outside what the reports cover; I only answer questions about them.",
            (QuestionKind.OffTopic, false) => "这不在资料范围内，我只回答与收录报告有关的问题。",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        });
        draft.Line(english ? "The reports cover:" : "我能回答的资料有：");
        await CoverageAsync(draft, index.Catalogue, english, cancellationToken);
        return draft.Refused();
    }

    /// <summary>Who the bot is and what it covers; an answer, not a refusal.</summary>
    public async Task<Answer> IntroductionAsync(bool english, CancellationToken cancellationToken)
    {
        var draft = new AnswerDraft();
        draft.Line(english
            ? "Hello. I answer questions about government science-and-technology reports and cite the exact paragraph of everything I say. If the reports do not tell, I say so."
            : "您好，我根据收录的政府科技工作报告回答问题：查数字、查目标、列清单、比较地区、找扶持政策，每句话都注明出处段落；资料没有写的，我会直说。");
        draft.Line(english ? "Covered now:" : "目前收录：");
        await CoverageAsync(draft, index.Catalogue, english, cancellationToken);
        return draft.Answered();
    }

    public static Answer Thanks(bool english) =>
        new AnswerDraft().Line(english ? "You are welcome. Ask on whenever you like." : "不客气，有问题随时问我。").Answered();

    private static string NotFound(QuestionReading reading, Scope scope)
    {
        if (reading.IsEnglish)
        {
            return scope.Status switch
            {
                AskedStatus.Achieved => "The reports in scope state no such result.",
                AskedStatus.Target => "The reports in scope state no such target.",
                _ => "The reports in scope do not tell.",
            };
        }

        return (reading.Kind, scope.Status) switch
        {
            _ when reading.AsksCeiling => "资料没有写明单个企业的补助上限或标准。",
            (QuestionKind.List, _) => "资料没有列出这份清单。",
            (QuestionKind.Person, _) => "资料没有写明该人员姓名。",
            (QuestionKind.Measure, _) => "资料没有写到与此需求对应的支持措施。",
            (_, AskedStatus.Achieved) => "资料没有写明这一实际结果。",
            (_, AskedStatus.Target) => "资料没有写明这一目标。",
            _ => "资料没有写明，无法回答。",
        };
    }

    // Within the years asked about only: another year's figure must not slip in as a comfort.
    private static EvidenceSentence? Nearest(QuestionReading reading, Scope scope, Evidence evidence) => evidence.Sentences
        .Where(s => s.Match >= 0.55 && Eligibility.InYears(s, scope.Years) && s.Source.Paragraph.Kind is not ParagraphKind.Metadata)
        .Where(s => reading.Kind is not QuestionKind.Person && scope.Place?.IsNamedIn(s, reading.AsksNumber) != false)
        .OrderByDescending(s => s.Match)
        .FirstOrDefault();

    private async Task CoverageAsync(
        AnswerDraft draft, IEnumerable<ReportEntry> reports, bool english, CancellationToken cancellationToken)
    {
        var listed = reports.Where(r => r.IsSearchable && r.Metadata is not null).Take(MostListed).ToList();
        var titles = await index.LoadParagraphsAsync([.. listed.Select(r => new ParagraphAddress(r.Id, 1))], cancellationToken);
        foreach (var entry in listed)
        {
            if (titles.FirstOrDefault(t => t.Report == entry.Id) is { } title)
                draft.Line("- " + Wording.Covers(entry, draft.Cite(title, title.Paragraph.Text), english));
        }
    }
}
