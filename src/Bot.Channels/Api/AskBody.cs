using System.Globalization;
using Bot.Answers;

namespace Bot.Channels;

/// <summary>What <c>POST /api/ask</c> is sent.</summary>
internal sealed record AskBody(string? Question, string? Conversation)
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaximumConversationLength = 200;

    /// <summary>What is wrong with it; null when it can be asked.</summary>
    public Problem? FindProblem()
    {
        if (Question is null)
            return Problem.BadRequest("question-missing", "没有问题", "缺少字段 question，请写上要问的问题。");
        if (IsBlank(Question))
            return Problem.BadRequest("question-empty", "问题是空的", "字段 question 是空的，请写上要问的问题。");
        if (Question.Trim().Length > Answers.Question.MaximumLength)
            return TooLong("question-too-long", "问题太长", "问题", Question.Trim().Length, Answers.Question.MaximumLength);
        if (Conversation?.Length > MaximumConversationLength)
            return TooLong("conversation-too-long", "会话编号太长", "会话编号 conversation ", Conversation.Length, MaximumConversationLength);
        return null;
    }

    /// <summary>The channel's name goes before the conversation's, so that no other channel's conversation can be met by its id.</summary>
    public Question ToQuestion() => new(
        (Question ?? "").Trim(),
        string.IsNullOrWhiteSpace(Conversation) ? null : "web:" + Conversation);

    private static Problem TooLong(string name, string title, string what, int length, int maximum) => Problem.BadRequest(
        name, title, string.Create(CultureInfo.InvariantCulture, $"{what}最长 {maximum} 字，现在有 {length} 字，请缩短后再试。"));

    /// <summary>Zero-width and control characters show nothing either.</summary>
    private static bool IsBlank(string text) => text.All(c =>
        char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format);
}
