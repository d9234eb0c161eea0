using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Finding;

/// <summary>A place without a report of its own, spoken of in another's: how statements may call it.</summary>
/// <param name="Names">Folded.</param>
/// <param name="IsZone">A development zone, which its city's report goes on about without repeating the name.</param>
internal sealed record NamedPlace(ImmutableArray<string> Names, bool IsZone)
{
    /// <param name="called">How the question calls it.</param>
    public static NamedPlace Of(Region region, string called)
    {
        if (region is not { Level: RegionLevel.Zone, Parent: { } city })
            return new([TextFolding.Fold(region.ShortName ?? region.Name)], false);
        var names = new[] { called, region.Name }
            .Concat(new[] { called, region.Name }.Select(name => Without(name, city)))
            .Where(n => n.Length > 2);
        return new([.. names.Select(TextFolding.Fold).Distinct()], true);
    }

    /// <summary>The whole country, which no report speaks for.</summary>
    public static NamedPlace Country { get; } = new(["全国"], false);

    public bool IsNamedIn(string folded) => Names.Any(n => folded.Contains(n, StringComparison.Ordinal));

    /// <summary>Whether a sentence speaks of it. A fact about a zone may stand behind the sentence that names it; a number may not.</summary>
    public bool IsNamedIn(EvidenceSentence sentence, bool asksNumber) =>
        // 位居全国第一 is no figure of the country's.
        this == Country && asksNumber ? sentence.Figures.Any(f => f.Doubt is null && f.Region == Names[0] && f.Aspect is not FigureAspect.Rank)
        : IsNamedIn(sentence.Folded) || (IsZone && !asksNumber && (IsNamedIn(sentence.Context.Text) || IsNamedIn(sentence.Context.Section)));

    private static string Without(string name, Region city)
    {
        var prefix = new[] { city.Name, city.ShortName ?? city.Name }.FirstOrDefault(p => name.StartsWith(p, StringComparison.Ordinal));
        return prefix is null ? name : name[prefix.Length..];
    }
}
