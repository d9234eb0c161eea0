namespace Bot.Channels;

/// <summary>The web channel's settings.</summary>
public sealed class WebOptions
{
    public const string SectionName = "Web";

    /// <summary>The largest allowed <see cref="RequestsPerMinute"/>.</summary>
    public const int MaximumRequestsPerMinute = 1_000_000;

    /// <summary>Addresses to listen on, as Kestrel reads them, parted by semicolons.</summary>
    public string Url { get; set; } = "http://127.0.0.1:5080";

    /// <summary>
    /// The address people reach the page at (http or https, a path allowed); citations link to it.
    /// Null or empty: links are relative to the site's root.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>Questions one client address may ask in a minute; 0: no limit. Default 6000, which only a runaway program reaches.</summary>
    public int RequestsPerMinute { get; set; } = 6000;
}
