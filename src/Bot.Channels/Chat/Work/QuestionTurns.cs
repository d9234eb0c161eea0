using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>
/// Lets so many questions of one person wait or be answered at a time; whoever asks one more is told at once to wait. Other people's
/// questions are not counted, so nobody waits for somebody else's haste.
/// </summary>
internal sealed class QuestionTurns(ChatJournal journal, ChatWork work) : IDisposable
{
    /// <summary>As many as WeCom shows at once to one person, and more than anybody can read.</summary>
    public const int Most = 3;

    // Counting and storing are one step: otherwise two that come together would both find the last place free.
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Takes an event in, or, where the person has too many open, the other one in its place.</summary>
    /// <param name="tooMany">Of the same key, so that the platform's second delivery of either is recognised; without a person, as it is no question.</param>
    public Task TakeAsync(ChatEvent asked, ChatEvent tooMany, CancellationToken cancellationToken) => InTurnAsync(asked, tooMany, cancellationToken);

    /// <summary>Takes an event in, unless the person has too many open.</summary>
    /// <returns>False: it was left out, and whoever asks says so at once.</returns>
    public Task<bool> TryTakeAsync(ChatEvent asked, CancellationToken cancellationToken) => InTurnAsync(asked, null, cancellationToken);

    private async Task<bool> InTurnAsync(ChatEvent asked, ChatEvent? tooMany, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var open = asked.Person is { } person ? await journal.CountOpenAsync(person, cancellationToken) : 0;
            if ((open < Most ? asked : tooMany) is { } taken)
                await work.TakeAsync([taken], cancellationToken);
            return open < Most;
        }
        finally
        {
            _turn.Release();
        }
    }

    public static string Words(ChatLanguage language) => language.Say(
        $"您有 {Most} 个问题还在回答，请等它们答完再问；这一条没有记下。", $"{Most} of your questions are still being answered: please ask this one again afterwards.");

    public void Dispose() => _turn.Dispose();
}
