namespace Bot.Channels;

/// <summary>Takes a person's words to those who look after the bot.</summary>
internal sealed class FeedbackCommand(IFeedbackSink feedback, LastAnswers last) : IChatCommand
{
    public string Name => "feedback";

    public string Chinese => "反馈：/feedback 意见（针对上一个回答）";

    public string English => "Feedback on the last answer: /feedback your words";

    public async Task<CommandOutcome> RunAsync(ChatRequest request, string argument, CancellationToken cancellationToken)
    {
        var language = request.LanguageOf(argument);
        if (argument.Length == 0)
        {
            return CommandOutcome.Told(language.Say("请把意见写在命令后面，例如：/feedback 数字对，但缺少来源年份", "Put your words after the command, e.g. /feedback right figure, wrong year"));
        }
        var words = argument.Length > FeedbackVote.MaximumCommentLength ? argument[..FeedbackVote.MaximumCommentLength] : argument;
        var isKept = last.Of(request.Conversation) is { } answer
            && await feedback.RecordAsync(new FeedbackVote(answer, IsUp: false, words), cancellationToken);
        return CommandOutcome.Told(isKept
            ? language.Say("谢谢，意见已记在上一个回答上，管理人员会看到。", "Thank you, your words are kept with the last answer for those who look after me.")
            : language.Say("没有找到您刚才的回答：请先提问，再发 /feedback。", "There is no recent answer to keep it with: ask first, then send /feedback."));
    }
}
