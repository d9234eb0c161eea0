namespace Bot.Retrieval.Tests.Qdrant;

/// <summary>Waits for what a background loop does on its own.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public static async Task BecomesTrueAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (!condition())
        {
            patience.IsCancellationRequested.ShouldBeFalse("it never happened");
            await Task.Delay(1, CancellationToken.None);
        }
    }
}
