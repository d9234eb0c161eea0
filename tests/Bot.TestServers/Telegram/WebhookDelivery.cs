using System.Net;
using System.Text;

namespace Bot.TestServers;

/// <summary>
/// Posts updates to the bot's address, oldest first, each again until it is taken: after 1 s, twice as long each time, up to 60 s, or
/// as long as Retry-After asks. An address that is Gone for 23 hours is given up.
/// </summary>
internal sealed class WebhookDelivery : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestGone = TimeSpan.FromHours(23);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly CancellationTokenSource _end = new();
    private readonly UpdateQueue _queue;
    private readonly Uri _url;
    private readonly string? _secret;
    private readonly TimeProvider _time;
    private readonly Action _attempted;
    private readonly Task _delivering;

    public WebhookDelivery(UpdateQueue queue, Uri url, string? secret, TimeProvider time, Action attempted)
    {
        (_queue, _url, _secret, _time, _attempted) = (queue, url, secret, time, attempted);
        _delivering = Task.Run(DeliverAsync);
    }

    /// <summary>Deliveries tried so far.</summary>
    public int Attempts { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _delivering;
        _http.Dispose();
        _end.Dispose();
    }

    private async Task DeliverAsync()
    {
        DateTimeOffset? goneSince = null;
        try
        {
            for (var failures = 0; ;)
            {
                var (id, json) = await _queue.FirstAsync(_end.Token);
                var (status, wait) = await PostAsync(json);
                Attempts++;
                _attempted();
                if ((int)status is >= 200 and < 300)
                {
                    _queue.Confirm(id);
                    failures = 0;
                    continue;
                }
                goneSince = status is HttpStatusCode.Gone ? goneSince ?? _time.GetUtcNow() : null;
                if (_time.GetUtcNow() - goneSince >= LongestGone)
                    return;
                var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, 1 << Math.Min(failures++, 6)));
                await Task.Delay(wait ?? pause, _time, _end.Token);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The webhook was taken away.
        }
    }

    private async Task<(HttpStatusCode Status, TimeSpan? Wait)> PostAsync(string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (_secret is not null)
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", _secret);
        try
        {
            using var response = await _http.SendAsync(request, _end.Token);
            return (response.StatusCode, response.Headers.RetryAfter?.Delta);
        }
        catch (HttpRequestException)
        {
            return (default, null);
        }
    }
}
