using System.Net;

namespace Bot.Retrieval;

/// <summary>Puts failures into words: what happened, and what an operator can do.</summary>
/// <param name="secret">Taken out of whatever the server says; null: none.</param>
internal sealed class QdrantFailures(string? secret, TimeSpan timeout)
{
    private const int LongestQuotation = 300;

    public static QdrantException Unreachable(Uri node, Exception cause) => new(
        QdrantFailureKind.Unreachable,
        $"连不上 Qdrant（{Name(node)}）：请确认它已启动、Index:Qdrant:Urls 无误、网络可达",
        $"Qdrant at {Name(node)} can't be reached: check that it runs, Index:Qdrant:Urls, and the network.",
        cause);

    public QdrantException TimedOut(Uri node) => new(
        QdrantFailureKind.Timeout,
        $"Qdrant（{Name(node)}）在 {timeout.TotalSeconds:0} 秒内没有答复：请查看其负载，或调大 Index:Qdrant:TimeoutSeconds",
        $"Qdrant at {Name(node)} gave no answer within {timeout.TotalSeconds:0} s: look at its load, or raise Index:Qdrant:TimeoutSeconds.");

    public static QdrantException BadAnswer(Uri node, Exception? cause) => new(
        QdrantFailureKind.BadAnswer,
        $"{Name(node)} 的答复不是 Qdrant 的格式：请确认 Index:Qdrant:Urls 指向 Qdrant 的 REST 端口（默认 6333）",
        $"{Name(node)} doesn't answer as Qdrant does: Index:Qdrant:Urls must lead to Qdrant's REST port (6333 by default).",
        cause);

    /// <summary>What a status other than success means.</summary>
    /// <param name="said">The server's own words, as far as they were read.</param>
    public QdrantException Of(HttpStatusCode status, string said, Uri node)
    {
        var words = Quote(said);
        var (kind, chinese, english) = (int)status switch
        {
            401 or 403 => (QdrantFailureKind.WrongKey,
                "Qdrant 不接受密钥：请核对 Index:Qdrant:ApiKey，并确认该密钥有写权限",
                "Qdrant refuses the key: check Index:Qdrant:ApiKey and that it may write."),
            404 => (QdrantFailureKind.Missing,
                $"Qdrant 里没有要用的集合（{words}）：可能已被删除；程序会自动重建并重新读入报告",
                $"Qdrant lacks the collection ({words}): it was deleted, perhaps; it is made anew and the reports are read again."),
            408 => (QdrantFailureKind.Timeout,
                $"Qdrant 处理超时（{words}）：请查看其负载",
                $"Qdrant ran out of time ({words}): look at its load."),
            409 => (QdrantFailureKind.Conflict,
                $"Qdrant 报告冲突（{words}）：同名集合或别名已被占用，请另设 Index:Qdrant:Collection",
                $"Qdrant sees a conflict ({words}): the name is taken; set another Index:Qdrant:Collection."),
            413 => (QdrantFailureKind.TooLarge,
                "发给 Qdrant 的请求过大：请调小 Index:Qdrant:BatchBytes，或把过长的段落拆开",
                "The request is too large for Qdrant: lower Index:Qdrant:BatchBytes, or split overlong paragraphs."),
            429 => (QdrantFailureKind.RateLimited,
                $"Qdrant 限制了请求频率（{words}）：请稍后再试，或放宽其限额",
                $"Qdrant limits the rate of requests ({words}): try later, or raise its limit."),
            507 => (QdrantFailureKind.QuotaExceeded,
                $"Qdrant 的配额已用完（{words}）：请扩大配额或删除不用的集合",
                $"Qdrant's quota is used up ({words}): raise it, or delete collections no longer used."),
            503 => (QdrantFailureKind.Unavailable,
                $"Qdrant 暂不可用（{words}）：请查看集群各节点是否都已启动",
                $"Qdrant is not available ({words}): check that the nodes of the cluster are up."),
            >= 500 when IsDiskFull(said) => (QdrantFailureKind.DiskFull,
                $"Qdrant 的磁盘已满（{words}）：请清理或扩容后重试",
                $"Qdrant's disk is full ({words}): free some space."),
            >= 500 => (QdrantFailureKind.ServerFault,
                $"Qdrant 内部出错（{(int)status}：{words}）：请查看 Qdrant 的日志",
                $"Qdrant failed ({(int)status}: {words}): see Qdrant's log."),
            _ => (QdrantFailureKind.Invalid,
                $"Qdrant 拒绝了请求（{(int)status}：{words}）：Qdrant 的版本可能过旧，需 1.18 或更新",
                $"Qdrant refuses the request ({(int)status}: {words}): is it older than 1.18?"),
        };
        return new QdrantException(kind, $"{chinese}（{Name(node)}）", $"{english} ({Name(node)})");
    }

    private static bool IsDiskFull(string said) =>
        said.Contains("no space left", StringComparison.OrdinalIgnoreCase)
        || (said.Contains("disk", StringComparison.OrdinalIgnoreCase)
            && (said.Contains("full", StringComparison.OrdinalIgnoreCase) || said.Contains("space", StringComparison.OrdinalIgnoreCase)));

    private string Quote(string said)
    {
        var quoted = string.IsNullOrEmpty(secret) ? said : said.Replace(secret, "***", StringComparison.Ordinal);
        quoted = string.Join(' ', quoted.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return quoted.Length <= LongestQuotation ? quoted : quoted[..LongestQuotation] + "…";
    }

    private static string Name(Uri node) => node.Authority;
}
