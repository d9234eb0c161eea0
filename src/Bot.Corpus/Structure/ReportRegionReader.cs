namespace Bot.Corpus;

/// <summary>Tells which region a report is about, and which larger one that lies in.</summary>
internal sealed class ReportRegionReader(Gazetteer gazetteer)
{
    private const string Suffixes = "省市县区州";
    private const int FewestMentions = 2;

    public (string? Region, string? Within) Read(string title, string? issuer, IReadOnlyList<DraftParagraph> paragraphs, SourceEntry? overrides)
    {
        var region = overrides?.Region is { } given
            ? gazetteer.Find(given) ?? Region.Unknown(given)
            : Smallest(title) ?? (issuer is null ? null : Smallest(issuer)) ?? OfText(issuer, paragraphs);
        var within = overrides?.Within
            ?? region?.Parent?.Name
            ?? (region is { IsKnown: false } ? Superior(paragraphs) : null);
        // A zone has many names; one of them is kept, whoever writes it.
        return (region is { Level: RegionLevel.Zone } ? region.Name : overrides?.Region ?? region?.Name, within);
    }

    // 浙江省绍兴市: the smaller one, where one lies in the other.
    private Region? Smallest(string text)
    {
        Region? smallest = null;
        RegionMention? before = null;
        foreach (var mention in gazetteer.FindIn(text).Where(m => !m.IsGuess))
            if (smallest is null || (mention.Region.IsKnown && mention.Region.IsWithin(smallest)) || IsNamedInside(text, before, mention))
                (smallest, before) = (mention.Region, mention);
        return smallest;
    }

    // 某某市某某区 run together: a district that the gazetteer doesn't know to lie in the city is told by standing right after it.
    private static bool IsNamedInside(string text, RegionMention? before, RegionMention mention) =>
        before is not null && before.Span.End == mention.Span.Start && mention.Span.Length > 2
        && before.Region.Level is RegionLevel.Province or RegionLevel.Prefecture && text[mention.Span.End - 1] is '区' or '县' or '市';

    private Region? OfText(string? issuer, IReadOnlyList<DraftParagraph> paragraphs)
    {
        var counts = Mentions(paragraphs);
        var suffix = issuer is { Length: > 1 } && Suffixes.Contains(issuer[0], StringComparison.Ordinal) ? issuer[0] : OwnSuffix(paragraphs);
        var named = counts.Where(c => suffix is null || c.Key.Name[^1] == suffix).ToList();
        // A name blacked out in the text is its own region's; others are left readable.
        return named.Find(c => IsAnonymised(c.Key)).Key
            ?? MostNamed(named.Where(c => c.Key.IsKnown));
    }

    private string? Superior(IReadOnlyList<DraftParagraph> paragraphs) =>
        MostNamed(Mentions(paragraphs).Where(c => c.Key.Level == RegionLevel.Prefecture))?.Name;

    private static Region? MostNamed(IEnumerable<KeyValuePair<Region, int>> counts) =>
        counts.Where(c => c.Value >= FewestMentions).OrderByDescending(c => c.Value).Select(c => c.Key).FirstOrDefault();

    private Dictionary<Region, int> Mentions(IReadOnlyList<DraftParagraph> paragraphs) =>
        paragraphs.SelectMany(p => gazetteer.FindIn(p.Text, withUnlisted: false))
            .Where(m => (m.Region.IsKnown && m.Region.Level != RegionLevel.Zone) || IsAnonymised(m.Region))
            .CountBy(m => m.Region)
            .ToDictionary();

    private static bool IsAnonymised(Region region) => RegionPatterns.Anonymised.IsMatch(region.Name);

    // 我市, 全县: what the text calls its own region.
    private static char? OwnSuffix(IReadOnlyList<DraftParagraph> paragraphs)
    {
        var own = Suffixes.Select(s => (Suffix: s, Count: paragraphs.Sum(p => Count(p.Text, "我" + s) + Count(p.Text, "全" + s))))
            .MaxBy(s => s.Count);
        return own.Count > 0 ? own.Suffix : null;
    }

    private static int Count(string text, string word)
    {
        var count = 0;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            count++;
        return count;
    }
}
