using System.ClientModel.Primitives;
using System.Text;

namespace Bot.Models;

/// <summary>Reads the body of a reply that came unbuffered.</summary>
internal static class ReplyBody
{
    private const int LongestError = 64 << 10;

    /// <param name="limit">Most bytes; reading more throws <see cref="FormatException"/>.</param>
    public static Stream Stream(PipelineResponse response, long limit) => new LimitedStream(response.ContentStream ?? System.IO.Stream.Null, limit);

    public static bool IsSuccess(PipelineResponse response) => response.Status is >= 200 and < 300;

    /// <summary>The first part of an error's body: more than anyone reads.</summary>
    public static async Task<ServerError> ErrorAsync(PipelineResponse response, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestError];
        int length = await (response.ContentStream ?? System.IO.Stream.Null).ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return ServerError.Of(Encoding.UTF8.GetString(buffer, 0, length));
    }

    public static bool HasType(PipelineResponse response, string type) =>
        response.Headers.TryGetValue("Content-Type", out var value) && value?.StartsWith(type, StringComparison.OrdinalIgnoreCase) == true;
}
