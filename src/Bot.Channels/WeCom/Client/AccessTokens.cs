namespace Bot.Channels.WeCom;

/// <summary>
/// The app's access token, fetched when it is first needed and before it expires. A refused secret is not tried again for a while:
/// WeCom shuts out addresses that keep trying.
/// </summary>
/// <param name="fetch">Gives a token and how long it lasts.</param>
internal sealed class AccessTokens(Func<CancellationToken, Task<(string Token, TimeSpan Lifetime)>> fetch, TimeProvider time) : IDisposable
{
    /// <summary>As long as WeCom's ban.</summary>
    public static readonly TimeSpan PauseAfterRefusal = TimeSpan.FromHours(1);

    // A token must not expire on its way.
    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _turn = new(1);
    private (string Value, DateTimeOffset Until)? _token;
    private (WeComException Refusal, DateTimeOffset Until)? _paused;

    /// <exception cref="WeComException" />
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (_token is { } token && now < token.Until)
                return token.Value;
            if (_paused is { } paused && now < paused.Until)
                throw paused.Refusal;
            return await RenewAsync(now, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Forgets a token that was refused, unless another took its place meanwhile.</summary>
    public async Task DiscardAsync(string refused, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        if (_token?.Value == refused)
            _token = null;
        _turn.Release();
    }

    public void Dispose() => _turn.Dispose();

    private async Task<string> RenewAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var (token, lifetime) = await fetch(cancellationToken);
            _token = (token, now + (lifetime > s_margin * 2 ? lifetime - s_margin : lifetime / 2));
            return token;
        }
        catch (WeComException e) when (e.Kind is WeComFailure.WrongSecret)
        {
            _paused = (e, now + PauseAfterRefusal);
            throw;
        }
    }
}
