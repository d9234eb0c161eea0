using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>What somebody told of an enterprise. What wasn't told is null or empty and never assumed.</summary>
public sealed record EnterpriseProfile
{
    /// <summary>What the name of a declaration begins with where it was said not to be so.</summary>
    internal const string Denied = "非";

    // A long conversation tells more than is worth remembering; what was told last counts.
    private const int MostDeeds = 60;

    public static EnterpriseProfile Empty { get; } = new();

    /// <summary>Where it is registered, as narrow as told.</summary>
    public Region? Region { get; init; }

    public FoundingTime? Founded { get; init; }

    /// <summary>Sizes (小微企业, 规模以上企业) and standings held, or expressly not held, by their usual names.</summary>
    public ImmutableArray<ToldStanding> Standings { get; init; } = [];

    /// <summary>Fields of business by their usual names (集成电路).</summary>
    public ImmutableArray<string> Sectors { get; init; } = [];

    public ImmutableArray<ToldQuantity> Quantities { get; init; } = [];

    /// <summary>What it says of itself in general (独立法人, 信用良好), by the usual names of the vocabulary.</summary>
    public ImmutableArray<string> Declarations { get; init; } = [];

    /// <summary>What it tells to have done, or to be so, clause by clause (委托西北工业大学做技术开发), folded.</summary>
    public ImmutableArray<string> Deeds { get; init; } = [];

    /// <summary>What it looks for, in its own words; null when it only asks what there is.</summary>
    public string? Need { get; init; }

    /// <summary>Nothing is known but, perhaps, what is looked for.</summary>
    public bool IsEmpty =>
        Region is null && Founded is null && Standings.IsEmpty && Sectors.IsEmpty && Quantities.IsEmpty && Declarations.IsEmpty;

    /// <summary>The same with what was told since: the later word counts.</summary>
    public EnterpriseProfile With(EnterpriseProfile later) => new()
    {
        Region = later.Region ?? Region,
        Founded = later.Founded ?? Founded,
        // The later ones first: of two that rule each other out (小微, then 大型) the first is believed.
        Standings = [.. later.Standings, .. Standings.Where(s => !later.Standings.Any(l => l.Kind == s.Kind && l.Name == s.Name))],
        Sectors = [.. Sectors.Union(later.Sectors)],
        Quantities = [.. Quantities.Where(q => !later.Quantities.Any(l => l.Of == q.Of && l.Year == q.Year && l.Words == q.Words)), .. later.Quantities],
        // 非信用良好 takes 信用良好 back, and the other way round.
        Declarations = [.. Declarations.Where(d => !later.Declarations.Any(l => l == Denied + d || d == Denied + l)).Union(later.Declarations)],
        Deeds = [.. Deeds.Union(later.Deeds).TakeLast(MostDeeds)],
        Need = later.Need ?? Need,
    };

    /// <summary>The numbers told, written as answers repeat them (260万元, 2025年): what the digit gate lets a line say as the asker's own.</summary>
    public IEnumerable<string> ToldNumbers =>
        Quantities.SelectMany(q => q.Pieces.Length > 1 ? q.Pieces.Select(Yuan.Written) : q.Earlier is { } earlier ? [q.Written, Yuan.Number(earlier)] : new[] { q.Written })
            .Concat(Quantities.Select(q => q.Year).OfType<int>().Select(y => FormattableString.Invariant($"{y}年")))
            .Concat(Deeds)
            .Concat(Founded is { } founded ? [founded.Told] : [])
            .Concat(Standings.Select(s => s.Year).OfType<int>().Select(y => FormattableString.Invariant($"{y}年")));
}
