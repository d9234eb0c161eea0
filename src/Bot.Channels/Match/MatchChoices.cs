using System.Collections.Immutable;
using Bot.Answers.Matching;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>What the form offers to choose from; own words do as well.</summary>
/// <param name="Places">The regions whose documents set measures, those with most first.</param>
/// <param name="Recognitions">Recognitions and platforms that the conditions of measures name, by usual name, the most named first.</param>
/// <param name="Needs">What may be looked for; the Chinese name is what is told.</param>
internal sealed record MatchChoices(ImmutableArray<Region> Places, ImmutableArray<string> Recognitions, ImmutableArray<Bilingual> Needs)
{
    /// <summary>The size by the national standard; the Chinese name is what is told.</summary>
    public static ImmutableArray<(string Value, Bilingual Label)> Sizes { get; } =
    [
        ("小微企业", new("小型或微型", "small or micro")),
        (MediumSize, new("中型", "medium")),
        ("大型企业", new("大型", "large")),
    ];

    /// <summary>What a size may come with.</summary>
    public static ImmutableArray<(string Value, Bilingual Label)> Stages { get; } =
    [
        ("初创企业", new("初创企业", "start-up")),
        ("规模以上企业", new("规模以上企业", "above designated size (规上)")),
    ];

    public const string MediumSize = "中型企业";
}

/// <summary>Reads what the register offers, once for each state of the corpus and each day.</summary>
internal sealed class MatchOffer(IReportIndex index, Matchmaker matchmaker)
{
    // More would be a list to read, not a choice.
    private const int MostRecognitions = 12;

    private volatile Kept? _kept;

    /// <summary>What staff correct shows once a report is read, or the next day: for suggestions soon enough.</summary>
    public async Task<MatchChoices> ChoicesAsync(CancellationToken cancellationToken)
    {
        var (catalogue, today) = (index.Catalogue, matchmaker.Today);
        if (_kept is { } kept && kept.Catalogue == catalogue && kept.Day == today)
            return kept.Choices;
        var standings = await matchmaker.StandingsAsync(cancellationToken);
        var choices = new MatchChoices(
            await matchmaker.PlacesAsync(cancellationToken),
            [.. standings.Where(name => matchmaker.Read($"我们是{name}").Standings.Any(standing => standing.Name == name)).Take(MostRecognitions)],
            matchmaker.Needs);
        _kept = new Kept(catalogue, today, choices);
        return choices;
    }

    private sealed record Kept(ImmutableArray<ReportEntry> Catalogue, DateOnly Day, MatchChoices Choices);
}
