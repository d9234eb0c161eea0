namespace Bot.TestServers;

/// <summary>A request that the server took.</summary>
/// <param name="Path">With the query string.</param>
public sealed record QdrantRequest(string Method, string Path, string Body)
{
    public long Bytes => System.Text.Encoding.UTF8.GetByteCount(Body);

    public bool Is(string method, string end) =>
        Method == method && Path.Split('?')[0].EndsWith(end, StringComparison.Ordinal);
}
