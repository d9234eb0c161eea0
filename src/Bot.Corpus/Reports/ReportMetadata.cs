using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>What a report says of itself, or what sources.json says of it instead. Null: not stated.</summary>
/// <param name="Title">The title as printed, without page chrome.</param>
/// <param name="Region">
/// The region it reports on, with its suffix (绍兴市, 新昌县, XX市); anonymised names stay as they are.
/// </param>
/// <param name="WithinRegion">The next larger region, where the text or sources.json tells (南通市 for a county-level city in it).</param>
/// <param name="Issuer">The office that issued it (县科技局).</param>
/// <param name="SummaryYear">The year whose work it sums up.</param>
/// <param name="PlanYear">The year it plans.</param>
/// <param name="PublicationDate">The day it was published.</param>
/// <param name="IndexNumber">索引号.</param>
/// <param name="DocumentNumber">发文字号, such as 浙委发〔2015〕27号.</param>
/// <param name="Address">Where it was published, an absolute URL.</param>
public sealed record ReportMetadata(
    string Title,
    string? Region,
    string? WithinRegion,
    string? Issuer,
    int? SummaryYear,
    int? PlanYear,
    DateOnly? PublicationDate,
    string? IndexNumber,
    string? DocumentNumber,
    Uri? Address)
{
    /// <summary>The years the report covers, ascending: that of its summary and that of its plan.</summary>
    public ImmutableArray<int> CoveredYears =>
        [.. new[] { SummaryYear, PlanYear }.OfType<int>().Distinct().Order()];
}
