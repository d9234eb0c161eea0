using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>
/// Reads the names of development zones (Vocabulary/zones.txt): 合肥高新技术产业开发区 and 合肥高新区 are one zone in 合肥市,
/// 武汉东湖新技术开发区 is 武汉东湖高新区.
/// </summary>
internal sealed class ZoneNames
{
    // Characters that no local name of a zone holds: function words and the verbs that stand before 高新区.
    private const string NoLocalName =
        "全我各本该省市县区级型强示范设个数家这那哪某多几的在和与及到是为被等能有年月日科局政府委办厅国加快推进建支持发展打造获批升创动以对将从由向比较请问查询介绍看说高新经开工业自贸综保、，。：；（）";

    private readonly (string Form, string Kind)[] _forms;
    private readonly (string Form, string Kind)[] _english;
    private readonly Dictionary<string, string> _abbreviations;
    private readonly Regex _behind;
    private readonly Regex _local;
    private readonly Regex _alone;

    private ZoneNames(IReadOnlyList<string[]> rows)
    {
        _forms = [.. rows.SelectMany(row => row[1].Split(' ').Select(form => (form, row[0]))).OrderByDescending(pair => pair.form.Length)];
        _english = [.. rows.Where(row => row[2] != "-").SelectMany(row => row[2].Split(';').Select(form => (form, row[0]))).OrderByDescending(pair => pair.form.Length)];
        _abbreviations = rows.Where(row => row[3] != "-").ToDictionary(row => row[0], row => row[3]);
        var any = string.Join('|', _forms.Select(pair => pair.Form));
        var longer = string.Join('|', _forms.Where(pair => pair.Form.Length > 5).Select(pair => pair.Form));
        var local = $"[一-鿿-[{NoLocalName}]]";
        const string whole = "(?![域块间位级])";
        _behind = new Regex($"\\G(?<form>{any}){whole}", RegexOptions.CultureInvariant);
        _local = new Regex($"\\G(?<local>{local}{{2,3}}?)(?<form>{longer}){whole}", RegexOptions.CultureInvariant);
        _alone = new Regex($"(?<![一-鿿-[在和与及到是问对比较了查年、]])(?<local>{local}{{2,4}}?)(?<form>{any}){whole}", RegexOptions.CultureInvariant);
    }

    public static ZoneNames Default { get; } = new(VocabularyFile.Read("zones.txt"));

    /// <summary>The zone whose name begins with the region that ends at <paramref name="end"/>; null when none does.</summary>
    /// <param name="mayBeShort">Also a local name before a short form (武汉东湖高新区): safe in titles and questions, not in running text.</param>
    public (Region Zone, int Length)? Behind(string text, int end, Region region, bool mayBeShort)
    {
        if (_behind.Match(text, end) is { Success: true } direct)
            return (Of(region, "", direct.Groups["form"].Value), direct.Length);
        if (_local.Match(text, end) is { Success: true } named)
            return (Of(region, named.Groups["local"].Value, named.Groups["form"].Value), named.Length);
        if (mayBeShort && _alone.Match(text[end..]) is { Success: true, Index: 0 } alone)
            return (Of(region, alone.Groups["local"].Value, alone.Groups["form"].Value), alone.Length);
        return English(text, end, region);
    }

    /// <summary>Zones called by a name of their own only: 东湖高新区. Which region they lie in isn't told.</summary>
    public IEnumerable<(Region Zone, TextSpan Span)> Alone(string text)
    {
        foreach (Match match in _alone.Matches(text))
            yield return (Of(null, match.Groups["local"].Value, match.Groups["form"].Value), new(match.Index, match.Index + match.Length));
    }

    /// <summary>The short form that the text begins or ends with (a zone speaks of itself as 高新区); null when it is no zone's name.</summary>
    public string? KindOf(string name) =>
        Array.Find(_forms, pair => name.EndsWith(pair.Form, StringComparison.Ordinal)).Kind;

    /// <summary>What is left of the kind in an abbreviation (工园 of 工业园区); null where none is usual.</summary>
    public string? AbbreviationOf(string name) =>
        KindOf(name) is { } kind ? _abbreviations.GetValueOrDefault(kind) : null;

    private (Region, int)? English(string text, int end, Region region)
    {
        if (end + 1 >= text.Length || text[end] != ' ')
            return null;
        foreach (var (form, kind) in _english)
        {
            if (string.Compare(text, end + 1, form, 0, form.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return (Of(region, "", kind), form.Length + 1);
        }
        return null;
    }

    private Region Of(Region? region, string local, string form) =>
        new((region?.ShortName ?? region?.Name) + local + KindOf(form), null, "", [], region, RegionLevel.Zone);
}
