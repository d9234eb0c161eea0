using System.Collections.Immutable;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Welcomes, or opens what a link into the chat led to: a paragraph, or a question asked before.</summary>
internal sealed class StartCommand(IReportIndex index, ExampleQuestions examples) : IChatCommand
{
    public const string CommandName = "start";

    public string Name => CommandName;

    public string Chinese => "开始：我能回答什么";

    public string English => "Start: what I can answer";

    public async Task<CommandOutcome> RunAsync(ChatRequest request, string argument, CancellationToken cancellationToken)
    {
        if (DeepLink.Parse(argument) is DeepLink.OpenParagraph link
            && await ParagraphOpening.OpenAsync(index, link.Report, link.Paragraph, cancellationToken) is { } opened)
            return new CommandOutcome.Said(opened);
        if (DeepLink.Parse(argument) is DeepLink.Ask ask)
            return new CommandOutcome.Asked(ask.Question);

        var language = request.LanguageOf("");
        var reports = Reports();
        var greeting = argument.Length > 0
            ? language.Say("这个链接已失效或不完整。", "This link has expired or is incomplete.") + "\n\n"
            : "";
        return new CommandOutcome.Said(new ChatOutput.Notice(
            greeting + language.Say(InChinese(reports?.Count), InEnglish(reports?.Count)),
            Buttons(examples.From(reports ?? []))));
    }

    // Whoever comes is welcomed even while the index can't be reached.
    private List<ReportEntry>? Reports()
    {
        try
        {
            return [.. index.Catalogue.Where(e => e.IsSearchable)];
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }

    private static string InChinese(int? reports) =>
        $"我回答科技工作总结、计划和政策文件里的问题，{(reports is { } count ? $"现有 {count} 份报告" : "报告库暂时连不上，恢复后即可提问")}。直接提问即可；答案的每一处都标有 [n]，可以看到原文段落。\n\n"
        + "报告里没有的，我会直说；结果与目标、不同年份不会混用。/reports 看报告清单，/help 看用法。";

    private static string InEnglish(int? reports) =>
        $"I answer questions about science-and-technology reports, plans and policies; {(reports is { } count ? $"{count} are loaded" : "they can't be reached right now, please come back in a while")}. Just ask. Every statement carries a marker [n] that leads to the paragraph it comes from.\n\n"
        + "What the reports don't tell, I say so. /reports lists them, /help tells how to ask.";

    private static ImmutableArray<ChatButton> Buttons(IReadOnlyList<string> questions) =>
        [.. questions.Take(3).Select((question, i) => new ChatButton(question, new ButtonPress.FollowUp(i)))];
}
