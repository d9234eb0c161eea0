using Bot.Corpus;
using Microsoft.Extensions.Options;

namespace Bot.Channels;

/// <summary>Addresses of reports and their paragraphs on the page.</summary>
public sealed class ReportLinks(IOptions<WebOptions> options)
{
    private readonly string _root = options.Value.PublicUrl?.TrimEnd('/') ?? "";

    /// <summary>True when links lead anywhere from outside the page, so that a chat message may hold them.</summary>
    public bool AreAbsolute => _root.Length > 0;

    /// <summary>The page where questions are asked; absolute when Web:PublicUrl is set.</summary>
    public string Home => $"{_root}/";

    /// <summary>Absolute when Web:PublicUrl is set, else from the site's root.</summary>
    public string To(ReportId report) => $"{_root}/reports/{Uri.EscapeDataString(report.Value)}";

    /// <inheritdoc cref="To(ReportId)"/>
    public string To(ReportId report, int paragraph) => $"{To(report)}#p{paragraph}";
}
