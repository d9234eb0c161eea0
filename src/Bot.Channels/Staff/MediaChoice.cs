using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bot.Channels;

/// <summary>Which of the forms a thing comes in a request prefers (RFC 9110, 12.5.1).</summary>
internal static class MediaChoice
{
    /// <summary>The first of the best liked; null when none is acceptable. A request that says nothing takes anything.</summary>
    /// <param name="offered">Media types, the usual one first.</param>
    public static string? Of(HttpRequest request, IReadOnlyList<string> offered)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
            return offered[0];
        var best = offered.Select(type => (Type: type, Liking: LikingOf(new(type), accepted))).MaxBy(choice => choice.Liking);
        return best.Liking > 0 ? best.Type : null;
    }

    // What the most exact of the ranges that cover it says of a type.
    private static double LikingOf(MediaTypeHeaderValue type, IList<MediaTypeHeaderValue> accepted) => accepted
        .Where(range => range.MatchesAllTypes
            || (range.Type.Equals(type.Type, StringComparison.OrdinalIgnoreCase)
                && (range.MatchesAllSubTypes || range.SubType.Equals(type.SubType, StringComparison.OrdinalIgnoreCase))))
        .OrderByDescending(range => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();
}
