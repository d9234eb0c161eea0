using System.Net;

namespace Bot.TestServers;

/// <summary>How a callback was taken.</summary>
/// <param name="Status">Of the last try; null: no answer within WeCom's 5 seconds.</param>
/// <param name="Body">Of the last try.</param>
/// <param name="Tries">1 to 3.</param>
/// <param name="Elapsed">Until the acknowledgement of the last try.</param>
public sealed record WeComDelivery(HttpStatusCode? Status, string Body, int Tries, TimeSpan Elapsed)
{
    public bool IsTaken => Status is HttpStatusCode.OK;
}
