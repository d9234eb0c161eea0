using System.Collections.Immutable;
using Bot.Corpus;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>What of the ledger is asked for; null leaves a matter open. The text in <see cref="Given"/> is as it came.</summary>
/// <param name="Region">A full or a short name.</param>
/// <param name="Indicator">Any of an indicator's writings, or part of one.</param>
internal sealed record LedgerRequest(
    string? Region,
    string? Indicator,
    Period? Period,
    FigureStatus? Status,
    FigureAspect? Aspect,
    ReportId? Report,
    string? Text,
    bool? IsDoubtful,
    bool? IsCorrected,
    int Offset,
    int Limit,
    ImmutableDictionary<string, string> Given)
{
    public const int DefaultLimit = 100;
    public const int MaximumLimit = 1000;

    private static readonly ImmutableArray<string> Filters =
        ["region", "indicator", "period", "status", "aspect", "report", "text", "doubtful", "corrected"];

    private static readonly ImmutableArray<string> Known = [.. Filters, "offset", "limit", "format"];

    /// <summary>Reads the parameters of an address; those that can't be understood are open, and told by name.</summary>
    public static (LedgerRequest Request, ImmutableArray<Problem> Problems) Read(IQueryCollection query)
    {
        var reader = new QueryReader(query);
        var request = new LedgerRequest(
            reader.Text("region"),
            reader.Text("indicator"),
            reader.Value("period", PeriodText.Parse, PeriodText.Allowed),
            reader.Value("status", text => FigureNames.Find(FigureNames.Statuses, text), FigureNames.Allowed(FigureNames.Statuses)),
            reader.Value("aspect", text => FigureNames.Find(FigureNames.Aspects, text), FigureNames.Allowed(FigureNames.Aspects)),
            reader.Text("report") is { } report ? new ReportId(report) : null,
            reader.Text("text"),
            reader.Value("doubtful", QueryReader.Flag, "true、false"),
            reader.Value("corrected", QueryReader.Flag, "true、false"),
            reader.Value("offset", text => QueryReader.Whole(text, 0, int.MaxValue), "不小于 0 的整数") ?? 0,
            reader.Value("limit", text => QueryReader.Whole(text, 1, MaximumLimit), $"1 至 {MaximumLimit} 的整数") ?? DefaultLimit,
            reader.Given(Known));
        return (request, reader.Problems);
    }

    /// <summary>True when anything narrows the ledger.</summary>
    public bool IsFiltered => Filters.Any(Given.ContainsKey);

    /// <summary>For each filter in use, its name and the request without it.</summary>
    public IEnumerable<(string Filter, LedgerRequest Request)> WithoutOne() => Filters.Where(Given.ContainsKey).Select(name => (name, name switch
    {
        "region" => this with { Region = null },
        "indicator" => this with { Indicator = null },
        "period" => this with { Period = null },
        "status" => this with { Status = null },
        "aspect" => this with { Aspect = null },
        "report" => this with { Report = null },
        "text" => this with { Text = null },
        "doubtful" => this with { IsDoubtful = null },
        _ => this with { IsCorrected = null },
    }));

    /// <summary>The parameters with some of them set anew (null: left out), as a query string; empty when none is left.</summary>
    public string Query(params ReadOnlySpan<(string Name, string? Value)> changes) => QueryReader.Write(Known, Given, changes);
}
