using Bot.Retrieval;

namespace Bot.Channels.WeCom;

/// <summary>Keeps what people think of an answer: WeCom's own buttons under it, with their reasons.</summary>
internal sealed class AiBotFeedback(ChatJournal journal, IFeedbackSink sink)
{
    private const int Right = 1;
    private const int Wrong = 2;
    private const int TakenBack = 3;

    /// <summary>Keeps an opinion with the answer whose stream it names; with none where that is not, or no longer, known.</summary>
    public async Task NoteAsync(AiBotMessage.Opinion opinion, CancellationToken cancellationToken)
    {
        if (opinion is not { Id: { Length: > 0 } stream, Type: Right or Wrong or TakenBack })
            return;
        bool? isUp = opinion.Type switch { Right => true, Wrong => false, _ => null };
        foreach (var answer in await journal.ReceiptsAsync(stream, cancellationToken))
            await sink.RecordAsync(new FeedbackVote(answer, isUp, isUp is null ? null : CommentOf(opinion)), cancellationToken);
    }

    // The reasons before the words: 内容不完整、内容有错误：缺少2020年的数字
    private static string? CommentOf(AiBotMessage.Opinion opinion)
    {
        var reasons = string.Join('、', (opinion.Reasons ?? []).Distinct().Select(NameOf).OfType<string>());
        var comment = string.Join('：', new[] { reasons, opinion.Content?.Trim() ?? "" }.Where(part => part.Length > 0));
        return comment.Length == 0 ? null : comment.Length > FeedbackVote.MaximumCommentLength ? comment[..FeedbackVote.MaximumCommentLength] : comment;
    }

    private static string? NameOf(int reason) => reason switch
    {
        1 => "与问题无关",
        2 => "内容不完整",
        3 => "内容有错误",
        4 => "分析有问题",
        _ => null,
    };
}
