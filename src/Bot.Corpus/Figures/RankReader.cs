namespace Bot.Corpus;

/// <summary>Reads the words before a rank: what is ranked, among whom, and whether a later rank follows.</summary>
internal static class RankReader
{
    public readonly record struct Rank(string Noun, string Peers, bool IsEarlier);

    public static Rank Read(string clause)
    {
        var (rest, peers, earlier) = (clause, "", false);
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
        return new(rest, peers.Trim('在', '中', '和', '与', '及'), earlier);
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
