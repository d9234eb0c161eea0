using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>Whether a list is asked for as JSON or as CSV: by the parameter "format" or the header Accept.</summary>
internal static class ListFormat
{
    private const string Json = "application/json";

    private static readonly string[] Offered = [Json, CsvFile.MediaType];

    private static readonly Problem NotAcceptable = Problem.Of(
        StatusCodes.Status406NotAcceptable, "not-acceptable", "没有这种格式", $"可以取得的格式：{Json}、{CsvFile.MediaType}（请求头 Accept，或参数 format=json、format=csv）。");

    // A link can't set headers, hence the parameter; it wins.
    public static (bool IsCsv, Problem? Problem) Of(HttpRequest request) => request.Query["format"].ToString() switch
    {
        "json" => (false, null),
        "csv" => (true, null),
        "" => MediaChoice.Of(request, Offered) is { } type ? (type == CsvFile.MediaType, null) : (false, NotAcceptable),
        var other => (false, QueryReader.Refused("format", other, "json、csv")),
    };
}
