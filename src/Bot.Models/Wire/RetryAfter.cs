using System.ClientModel.Primitives;
using System.Globalization;
using System.Net.Http.Headers;

namespace Bot.Models;

/// <summary>How long a reply asks to be left alone (RFC 9110 §10.2.3, and the milliseconds that Azure OpenAI sends beside it).</summary>
internal static class RetryAfter
{
    public static TimeSpan? Of(PipelineResponse response, TimeProvider time)
    {
        if (response.Headers.TryGetValue("retry-after-ms", out var text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double milliseconds)
            && milliseconds is >= 0 and <= int.MaxValue)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }
        if (!response.Headers.TryGetValue("Retry-After", out text) || !RetryConditionHeaderValue.TryParse(text, out var value))
            return null;
        var wait = value.Delta ?? value.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
