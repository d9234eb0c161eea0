using Bot.Answers;
using Bot.Retrieval;

namespace Bot.Channels.Telegram;

/// <summary>Telegram's part in the work on events.</summary>
internal sealed class TelegramPlatform(EventAnswering answering, MessageWriting writing, MessageSending sending) : IChatPlatform
{
    public Task<IReadOnlyList<ChatReply>> AnswerAsync(OpenEvent open, CancellationToken cancellationToken) => answering.AnswerAsync(open, cancellationToken);

    public IReadOnlyList<ChatReply> Apologize(OpenEvent open, string text) => writing.Write(
        new ChatOutput.Notice(text), ChatLanguage.Chinese, open.Event.Lane, TargetOf(open.Event.Lane), []);

    public Task<string?> SendAsync(OpenReply reply, CancellationToken cancellationToken) => sending.SendAsync(reply, cancellationToken);

    public IReadOnlyList<ChatReply> Announce(Answer.Answered digest, string lane) => writing.Announce(digest, lane, TargetOf(lane));

    private static MessageTarget TargetOf(string lane)
    {
        var (chat, thread) = TelegramNames.Read(lane);
        return new MessageTarget(chat, IsPrivate: chat > 0, thread);
    }
}
