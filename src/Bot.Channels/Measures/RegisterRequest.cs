using System.Collections.Immutable;
using System.Globalization;
using Bot.Corpus;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>What of the register is asked for; null leaves a matter open. The text in <see cref="Given"/> is as it came.</summary>
/// <param name="Region">Measures of just this region; a full or a short name.</param>
/// <param name="Place">Measures that hold at this place: its own and those of the regions it lies in.</param>
/// <param name="Date">The day that states are as of; null: today.</param>
internal sealed record RegisterRequest(
    string? Region,
    string? Place,
    Instrument? Instrument,
    MeasureState? State,
    DateOnly? Date,
    ReportId? Report,
    string? Text,
    bool? HasGaps,
    bool? IsCorrected,
    bool IsHidden,
    int Offset,
    int Limit,
    ImmutableDictionary<string, string> Given)
{
    public const int DefaultLimit = 50;
    public const int MaximumLimit = 1000;

    private static readonly ImmutableArray<string> Filters =
        ["region", "place", "instrument", "state", "date", "report", "text", "gaps", "corrected", "hidden"];

    private static readonly ImmutableArray<string> Known = [.. Filters, "offset", "limit", "format"];

    /// <summary>Reads the parameters of an address; those that can't be understood are open, and told by name.</summary>
    public static (RegisterRequest Request, ImmutableArray<Problem> Problems) Read(IQueryCollection query)
    {
        var reader = new QueryReader(query);
        var request = new RegisterRequest(
            reader.Text("region"),
            reader.Text("place"),
            reader.Value("instrument", text => FigureNames.Find(MeasureNames.Instruments, text), FigureNames.Allowed(MeasureNames.Instruments)),
            reader.Value("state", text => FigureNames.Find(MeasureNames.States, text), FigureNames.Allowed(MeasureNames.States)),
            reader.Value("date", Day, "2025-03-31 这样的日期"),
            reader.Text("report") is { } report ? new ReportId(report) : null,
            reader.Text("text"),
            reader.Value("gaps", QueryReader.Flag, "true、false"),
            reader.Value("corrected", QueryReader.Flag, "true、false"),
            reader.Value("hidden", QueryReader.Flag, "true、false") ?? false,
            reader.Value("offset", text => QueryReader.Whole(text, 0, int.MaxValue), "不小于 0 的整数") ?? 0,
            reader.Value("limit", text => QueryReader.Whole(text, 1, MaximumLimit), $"1 至 {MaximumLimit} 的整数") ?? DefaultLimit,
            reader.Given(Known));
        return (request, reader.Problems);
    }

    /// <summary>True when anything narrows the register.</summary>
    public bool IsFiltered => Filters.Any(Given.ContainsKey);

    /// <summary>For each filter in use, its name and the request without it.</summary>
    public IEnumerable<(string Filter, RegisterRequest Request)> WithoutOne() => Filters.Where(Given.ContainsKey).Select(name => (name, name switch
    {
        "region" => this with { Region = null },
        "place" => this with { Place = null },
        "instrument" => this with { Instrument = null },
        "state" => this with { State = null },
        "date" => this with { Date = null },
        "report" => this with { Report = null },
        "text" => this with { Text = null },
        "gaps" => this with { HasGaps = null },
        "corrected" => this with { IsCorrected = null },
        _ => this with { IsHidden = false },
    }));

    /// <inheritdoc cref="LedgerRequest.Query"/>
    public string Query(params ReadOnlySpan<(string Name, string? Value)> changes) => QueryReader.Write(Known, Given, changes);

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
