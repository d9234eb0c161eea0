using Microsoft.Extensions.AI;

namespace Bot.Models.Tests.Parts;

/// <summary>Short ways to say what the tests ask for and what they expect.</summary>
internal static class ModelCalls
{
    public static Task<ChatResponse> AskAsync(this IChatClient client, string question = "问", CancellationToken cancellationToken = default) =>
        client.GetResponseAsync([new ChatMessage(ChatRole.User, question)], cancellationToken: cancellationToken);

    public static IAsyncEnumerable<ChatResponseUpdate> StreamAsync(this IChatClient client, CancellationToken cancellationToken = default) =>
        client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "问")], cancellationToken: cancellationToken);

    public static async Task<ModelException> ShouldFailAsync(this Task call, ModelFailure failure)
    {
        var exception = await Should.ThrowAsync<ModelException>(call);
        exception.Failure.ShouldBe(failure, exception.Message);
        return exception;
    }

    /// <summary>Ends when the event does, or fails the test after a time that no working program needs.</summary>
    public static Task Soon(this Task task) => task.WaitAsync(TimeSpan.FromSeconds(20));

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(TimeSpan.FromSeconds(20));
}
