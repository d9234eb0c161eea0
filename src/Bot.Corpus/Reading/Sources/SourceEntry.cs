namespace Bot.Corpus;

/// <summary>What sources.json says of one file, taking precedence over what its text says. All optional.</summary>
/// <param name="Region">With its suffix: 绍兴市. For anonymised texts as they print it: XX市.</param>
/// <param name="Within">The next larger region: 南通市.</param>
/// <param name="SummaryYear">The year whose work it sums up, Gregorian.</param>
/// <param name="PlanYear">The year it plans, Gregorian.</param>
/// <param name="PublicationDate">yyyy-MM-dd.</param>
/// <param name="Address">Where it was published, an absolute http(s) URL.</param>
public sealed record SourceEntry(
    string? Title = null,
    string? Region = null,
    string? Within = null,
    string? Issuer = null,
    int? SummaryYear = null,
    int? PlanYear = null,
    DateOnly? PublicationDate = null,
    Uri? Address = null);
