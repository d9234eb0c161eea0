using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>What <c>POST /api/feedback</c> is sent.</summary>
internal sealed record FeedbackBody(string? Answer, string? Vote, string? Comment)
{
    private const int MaximumAnswerLength = 100;

    public Problem? FindProblem()
    {
        if (string.IsNullOrWhiteSpace(Answer) || Answer.Length > MaximumAnswerLength)
            return Problem.BadRequest("answer-missing", "不知评价哪条回答", "字段 answer 应为回答的编号（/api/ask 所给的 id）。");
        if (Vote is not ("up" or "down"))
            return Problem.BadRequest("vote-unknown", "评价不明", "字段 vote 应为 up（有帮助）或 down（没帮助）。");
        if (Comment?.Trim().Length > FeedbackVote.MaximumCommentLength)
        {
            return Problem.BadRequest("comment-too-long", "意见太长", string.Create(
                CultureInfo.InvariantCulture, $"意见最长 {FeedbackVote.MaximumCommentLength} 字，请缩短后再发送。"));
        }

        return null;
    }

    public FeedbackVote ToVote() => new(Answer ?? "", Vote == "up", string.IsNullOrWhiteSpace(Comment) ? null : Comment.Trim());
}

/// <summary><c>POST /api/feedback</c>: a thumb up or down on an answer.</summary>
internal sealed class FeedbackEndpoint(IFeedbackSink feedback)
{
    public async Task HandleAsync(HttpContext context)
    {
        var (body, problem) = await RequestBody.ReadAsync(context, WireJson.Wire.FeedbackBody);
        problem ??= body?.FindProblem();
        if (body is not null && problem is null && !await feedback.RecordAsync(body.ToVote(), context.RequestAborted))
            problem = Problem.NotFound("没有这个编号的回答，或它已过期，评价未能保存。");

        if (problem is not null)
            await problem.WriteAsync(context);
        else
            context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
