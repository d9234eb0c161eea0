using Bot.Answers;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Tells what is kept of a person, and forgets it.</summary>
internal sealed class PrivacyCommand(ChatJournal journal, LastAnswers last, MatchDesk matches, IAnswerer answerer) : IChatCommand
{
    public string Name => "privacy";

    public string Chinese => "隐私：保存了什么，如何删除";

    public string English => "Privacy: what is kept, and how to delete it";

    public async Task<CommandOutcome> RunAsync(ChatRequest request, string argument, CancellationToken cancellationToken)
    {
        var language = request.LanguageOf("");
        if (argument is "delete" or "删除")
            return new CommandOutcome.Said(await ForgetAsync(request, cancellationToken));
        var kept = await KeptAsync(request, language, cancellationToken);
        return new CommandOutcome.Said(new ChatOutput.Notice(
            language.Say("保存的内容：您的提问、得到的回答、您的评价，以及平台给的编号（没有姓名和电话），到期自动删除；追问用的上下文（包括 /match 里刚说过的企业情况）只在内存里，半小时后忘记。"
                + $"消息编号保留一周，只为不重复回答。/match 里说的企业情况只在您点“保存”后才单独留存，直到您删除；给出的清单与其他回答一样保存。不会用于其他用途。{kept}\n\n点下面的按钮或发 /privacy delete，立即删除您的提问、回答、评价、保存的企业情况，并忘记上下文。",
                "Kept: your questions, the answers, your votes and the platform's number for you (no name, no telephone), deleted after a time; what follow-ups refer to (what you just told in /match, too) stays in memory for half an hour. "
                + "Message numbers stay for a week, so that nothing is answered twice. What you tell in /match of your enterprise is kept by itself only when you say so, until you delete it; the list is an answer as any other. "
                + $"Nothing is used for anything else.{kept}\n\nPress the button or send /privacy delete to delete your questions, answers, votes and profile, and to forget what was spoken of, now."),
            [new ChatButton(language.Say("删除我的记录", "Delete my records"), new ButtonPress.Forget())]));
    }

    /// <summary>Forgets what the person asked here, whatever chat it was in.</summary>
    public async Task<ChatOutput> ForgetAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        last.Forget(request.Conversations);
        matches.Forget(request);
        answerer.Forget(request.Conversations);
        var forgotten = await journal.ForgetAsync(request.Person.Id, request.Conversations, request.Number, cancellationToken);
        return new ChatOutput.Notice(request.LanguageOf("").Say($"已删除：{forgotten} 条提问及其回答和评价，以及保存的企业情况（如有）。聊天窗口里的消息由您自己删除。",
            $"Deleted: {forgotten} questions with their answers and votes, and your profile if there was one. Messages in the chat itself are yours to delete."));
    }

    // Others read along in a group.
    private async Task<string> KeptAsync(ChatRequest request, ChatLanguage language, CancellationToken cancellationToken) =>
        await matches.DescribeAsync(request.Person, language, cancellationToken) is not { } words ? ""
        : request.Place.Kind is ChatKind.Private ? language.Say($"\n\n现在保存的企业情况：{words}。", $"\n\nYour kept profile: {words}.")
        : language.Say("\n\n您保存了企业情况，请在私聊里查看。", "\n\nYou have a kept profile; see it in your own chat with me.");
}
