using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>What lets staff, and nobody else, at corrections. The key comes in a header and bodies are JSON, neither of which a form of another site can send.</summary>
internal sealed class CorrectionDoor(AdminGate gate)
{
    public static readonly Problem Unknown = Problem.NotFound("没有这个编号的更正，它可能已被撤回。");

    private static readonly Problem Unavailable = Problem.Of(
        StatusCodes.Status503ServiceUnavailable, "corrections-unavailable", "不能更正", "这个程序没有保存更正的地方，不能更正。");

    public bool IsOpen => gate.IsOpen;

    /// <param name="kept">Null: this host keeps none.</param>
    /// <param name="answer">Returns the problem, or null where it answered.</param>
    public async Task AnswerAsync<T>(HttpContext context, T? kept, Func<T, Task<Problem?>> answer)
        where T : class
    {
        context.Response.Headers.CacheControl = "no-store";
        var problem = gate.FindProblem(context) ?? (kept is null ? Unavailable : await answer(kept));
        if (problem is not null)
            await problem.WriteAsync(context);
    }

    /// <summary>Takes the correction of the address back.</summary>
    public Task TakeBackAsync<T>(HttpContext context, T? kept, Func<T, string, Task<bool>> takeBack, Action<string> onDone)
        where T : class => AnswerAsync(context, kept, async corrections =>
    {
        string id = context.Request.RouteValues["id"] as string ?? "";
        if (!await takeBack(corrections, id))
            return Unknown;
        onDone(id);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return null;
    });

    /// <summary>A meaning that can't be so.</summary>
    /// <param name="field">As it is named on the wire.</param>
    public static Problem Refused(string field, string detail) =>
        Problem.Of(StatusCodes.Status422UnprocessableEntity, "correction-not-allowed", "更正不成立", detail) with { Field = field };
}
