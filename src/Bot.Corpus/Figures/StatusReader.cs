using System.Buffers;

namespace Bot.Corpus;

/// <summary>Tells results from targets: by the words beside the number, else by the sentence's part.</summary>
internal static class StatusReader
{
    private const int LongestLook = 600;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create("，,；;（(");
    private static readonly string[] PlannedEndings = ["目标", "任务", "计划", "指标"];
    private static readonly string[] DoneWords = ["已达", "已有", "已经", "已建成", "已完成", "已累计", "已摘牌", "已投入", "已落地", "目前", "截至", "去年", "上年", "现有"];
    private static readonly string[] ResultWords = ["完成", "实现", "新增", "新认定", "净增", "累计", "总数达", "获得", "荣获", "入选", "同比", "获批", "达到", "达", "增长", "为"];

    /// <param name="isElsewhere">The number speaks of another region, whose targets a plan doesn't set.</param>
    /// <param name="time">The time named for the number, null when none is.</param>
    public static FigureStatus Read(string text, Sentence sentence, Statement statement, bool isElsewhere, TimeExpression? time, ReportMetadata metadata)
    {
        var mention = statement.Mention;
        var before = text[Math.Max(sentence.Span.Start, mention.Span.Start - LongestLook)..mention.Span.Start];
        if (statement.Qualifiers.Any(word => IsTarget(word) && !(word == "争取" && sentence.Part == ReportPart.Summary)) || (statement.Base is null && IsQuotedTarget(text, sentence, mention)))
            return FigureStatus.Target;
        return sentence.Part switch
        {
            ReportPart.Plan => isElsewhere || IsDone(text, sentence, mention) || IsPast(text, sentence, time, metadata) ? FigureStatus.Achieved : FigureStatus.Target,
            ReportPart.Summary => IsAhead(text, time, metadata) ? FigureStatus.Target : FigureStatus.Achieved,
            _ => ResultWords.Any(word => before.Contains(word, StringComparison.Ordinal)) ? FigureStatus.Achieved : FigureStatus.Unclear,
        };
    }

    // In a plan (2020年末为9家) looks back.
    private static bool IsPast(string text, Sentence sentence, TimeExpression? time, ReportMetadata metadata) =>
        time is { ToYear: { } year, Span.Start: var start } && !IsWished(text.AsSpan(sentence.Span.Start, Math.Max(0, start - sentence.Span.Start))) && metadata.SummaryYear is { } summary && year <= summary && summary < (metadata.PlanYear ?? summary + 1);

    // 力争到2023年底, written before that year's end.
    private static bool IsWished(ReadOnlySpan<char> before)
    {
        var clause = before[(before.LastIndexOfAny(ClauseMarks) + 1)..];
        return clause.EndsWith("到") || clause.EndsWith("至") || clause.Contains("力争", StringComparison.Ordinal)
            || clause.Contains("争取", StringComparison.Ordinal) || clause.Contains("确保", StringComparison.Ordinal);
    }

    // In a summary 到2025年 looks ahead of all that can have been done.
    private static bool IsAhead(string text, TimeExpression? time, ReportMetadata metadata) =>
        time is { ToYear: { } year, Span.Start: > 0 and var start } && year > (metadata.PublicationDate?.Year ?? metadata.SummaryYear) && text[start - 1] is '到' or '至';

    // In a summary 争取资金 is won, not wished for.
    private static bool IsTarget(string qualifier) =>
        (FigureLexicon.Default.RolesOf(qualifier) & WordRoles.Target) != 0 && qualifier is not "预计";

    // 全年60家的目标, 目标任务60家: a target, also where a summary quotes it. 目标的103%: a degree of its fulfilment.
    private static bool IsQuotedTarget(string text, Sentence sentence, Mention mention)
    {
        var after = text.AsSpan(mention.Tail, Math.Min(8, sentence.Span.End - mention.Tail < 0 ? 0 : sentence.Span.End - mention.Tail));
        // 完成全年70亿元目标.
        if (after.StartsWith("目标", StringComparison.Ordinal) || after.StartsWith("任务", StringComparison.Ordinal))
            return true;
        if (after.StartsWith("的", StringComparison.Ordinal))
        {
            foreach (var ending in PlannedEndings)
            {
                if (after.Contains(ending, StringComparison.Ordinal))
                    return true;
            }
        }
        var before = text.AsSpan(sentence.Span.Start, mention.Span.Start - sentence.Span.Start).TrimEnd("(（为是：:");
        foreach (var ending in PlannedEndings)
        {
            if (before.EndsWith(ending, StringComparison.Ordinal) || before.EndsWith(ending + "数", StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    // In a plan: 目前已有600家, (绍兴市平均为5件) tell how things are.
    private static bool IsDone(string text, Sentence sentence, Mention mention)
    {
        var clause = text.LastIndexOfAny(['，', ',', '；', ';', '(', '（'], mention.Span.Start);
        var open = Math.Max(sentence.Span.Start, clause);
        var before = text.AsSpan(open, mention.Span.Start - open);
        foreach (var word in DoneWords)
        {
            var at = before.IndexOf(word, StringComparison.Ordinal);
            // 比上年增长12% measures a plan too.
            if (at == 0 || (at > 0 && before[at - 1] is not ('比' or '较')))
                return true;
        }
        return false;
    }
}
