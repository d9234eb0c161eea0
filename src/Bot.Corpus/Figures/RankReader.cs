using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Reads the words before a rank: what is ranked, among whom, and whether a later rank follows.</summary>
internal static partial class RankReader
{
    /// <param name="Side">增速, 净增数: which side of what was spoken of is ranked; empty when it is itself.</param>
    public readonly record struct Rank(string Noun, string Peers, bool IsEarlier, string Side);

    // Longest first.
    private static readonly string[] Sides = ["净增数量", "新增数量", "净增数", "新增数", "净增量", "新增量", "净增", "增速", "增幅", "增量"];

    public static Rank Read(string clause)
    {
        var (rest, peers, earlier) = (clause.TrimEnd('的'), "", false);
        var side = "";
        while ((rest = WithoutRun(rest)).Length > 0)
        {
            if (FigureLexicon.Default.EndOf(rest, WordRoles.Peers) is { Length: > 0 } peer)
            {
                peers = peer + peers;
                rest = rest[..^peer.Length];
            }
            else if (FigureLexicon.Default.EndOf(rest, WordRoles.Rank) is { Length: > 0 } word)
            {
                earlier |= word is "由" or "从";
                side = Sides.FirstOrDefault(known => word.StartsWith(known, StringComparison.Ordinal)) ?? side;
                rest = rest[..^word.Length];
            }
            else if (PlaceBeforePeers(rest, peers) is { } place)
            {
                peers = rest[(place + 1)..] + peers;
                rest = rest[..place];
            }
            else
            {
                break;
            }
        }
        if (Array.Find(Sides, known => rest.EndsWith(known, StringComparison.Ordinal)) is { } own && rest.Length <= own.Length + 2)
            (side, rest) = (own, "");
        return new(rest, Trimmed(peers), earlier, rest.Length <= 2 ? side : "");
    }

    /// <summary>在“自然指数”排名中，某市位列…: the list that the clause before names; null when it names none.</summary>
    public static string? ListIn(string clauseBefore) =>
        ListName().Match(clauseBefore) is { Success: true } match ? match.Groups["list"].Value : null;

    [GeneratedRegex("在(?<list>.{2,30}?(?:排名|榜单|评价|评估|榜|百强|考核|指数)?)中$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListName();

    // 中西部 keeps its 中.
    private static string Trimmed(string peers)
    {
        var rest = peers.TrimStart('在', '和', '与', '及');
        rest = rest is ['中', not ('西' or '部'), ..] ? rest[1..] : rest;
        return rest.TrimEnd('在', '中', '和', '与', '及');
    }

    // 连续五年居全省第二.
    private static string WithoutRun(string rest)
    {
        var at = rest.LastIndexOf("连续", StringComparison.Ordinal);
        return at >= 0 && rest.EndsWith('年') && rest.Length - at <= 6 ? rest[..at] : rest;
    }

    // 在南通各县市区中: a name between 在 and the peers belongs to them.
    private static int? PlaceBeforePeers(string rest, string peers)
    {
        var at = rest.LastIndexOf('在');
        return peers.Length > 0 && at >= 0 && rest.Length - at is > 1 and <= 8 ? at : null;
    }
}
