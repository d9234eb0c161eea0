using System.Collections.Immutable;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>The words by which enterprises tell of themselves, from the profile-*.txt and match-needs.txt vocabularies.</summary>
internal sealed class MatchVocabulary
{
    public MatchVocabulary(string? folder)
    {
        Quantities = new(Merged(VocabularyText.Lines("profile-quantities.txt", folder).SelectMany(Quantity)));
        Standings = [.. VocabularyText.Lines("profile-standings.txt", folder).Select(Standing)];
        Sectors = [.. VocabularyText.Lines("profile-sectors.txt", folder).Select(Sector)];
        Declarations = [.. VocabularyText.Lines("profile-declarations.txt", folder).Select(Declaration)];
        Deeds = [.. VocabularyText.Lines("profile-deeds.txt", folder).Select(DeedEntry.Of)];
        Needs = [.. VocabularyText.Lines("match-needs.txt", folder).Select(EnterpriseNeed.Of)];
        StandingForms = new(Standings.SelectMany(s => s.Forms.Select(f => KeyValuePair.Create(f, s))).DistinctBy(p => p.Key));
        DeedForms = new(Deeds.SelectMany(d => d.Asked.Select(a => KeyValuePair.Create(a, d))).DistinctBy(p => p.Key));
        SectorForms = new(Sectors.SelectMany(s => s.Forms.Select(f => KeyValuePair.Create(f, s))).DistinctBy(p => p.Key));
    }

    public PhraseMatcher<ImmutableArray<ProfileQuantity>> Quantities { get; }

    public ImmutableArray<StandingEntry> Standings { get; }

    public PhraseMatcher<StandingEntry> StandingForms { get; }

    public ImmutableArray<SectorEntry> Sectors { get; }

    public PhraseMatcher<SectorEntry> SectorForms { get; }

    public ImmutableArray<DeclarationEntry> Declarations { get; }

    /// <summary>What conditions ask to have been done, with the other words by which it is told.</summary>
    public ImmutableArray<DeedEntry> Deeds { get; }

    public PhraseMatcher<DeedEntry> DeedForms { get; }

    public ImmutableArray<EnterpriseNeed> Needs { get; }

    private static IEnumerable<(string Form, ProfileQuantity Quantity)> Quantity(string line)
    {
        var halves = line.Split("=>");
        if (halves.Length != 2 || !Enum.TryParse<ProfileQuantity>(halves[0].Trim(), out var quantity))
            throw new FormatException($"profile-quantities.txt: '{line}' needs a quantity, => and words.");
        return Words(halves[1]).Select(form => (form, quantity));
    }

    // A word may tell of several (研发 of money and of people); the number's unit decides.
    private static IEnumerable<KeyValuePair<string, ImmutableArray<ProfileQuantity>>> Merged(IEnumerable<(string Form, ProfileQuantity Quantity)> forms) =>
        forms.GroupBy(f => f.Form).Select(g => KeyValuePair.Create(g.Key, g.Select(f => f.Quantity).Distinct().ToImmutableArray()));

    private static StandingEntry Standing(string line)
    {
        var columns = Columns(line, 5, "profile-standings.txt");
        return Enum.TryParse<ConditionKind>(columns[0], out var kind)
            ? new StandingEntry(kind, columns[1], [.. Words(columns[2])], Names(columns[3]), Names(columns[4]))
            : throw new FormatException($"profile-standings.txt: '{line}' begins with no kind of condition.");
    }

    private static SectorEntry Sector(string line)
    {
        var columns = Columns(line, 3, "profile-sectors.txt");
        return new SectorEntry(columns[0], [.. Words(columns[1])], Names(columns[2]));
    }

    private static DeclarationEntry Declaration(string line)
    {
        var columns = Columns(line, 4, "profile-declarations.txt");
        return new DeclarationEntry(columns[0], [.. Words(columns[1])], [.. Words(columns[2])], [.. Words(columns[3])]);
    }

    private static string[] Columns(string line, int count, string file)
    {
        var columns = line.Split('|', StringSplitOptions.TrimEntries);
        return columns.Length == count ? columns : throw new FormatException($"{file}: '{line}' needs {count} columns parted by |.");
    }

    private static ImmutableArray<string> Names(string column) =>
        [.. column.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static IEnumerable<string> Words(string column) => Names(column).Select(TextFolding.Fold);
}
