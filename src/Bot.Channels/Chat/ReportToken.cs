using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Bot.Corpus;

namespace Bot.Channels;

/// <summary>
/// A short name of a report for where its id doesn't fit: 12 characters of A-Z, a-z, 0-9, _ and -. Made from the id alone, so a
/// button pressed years later still finds its report.
/// </summary>
internal readonly record struct ReportToken(string Value)
{
    private const int Bytes = 9;

    public static ReportToken Of(ReportId report) =>
        new(Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(report.Value)).AsSpan(0, Bytes)));

    /// <summary>The report of this token; null when it is not among them.</summary>
    public ReportId? Find(IEnumerable<ReportId> reports)
    {
        foreach (var report in reports)
            if (Of(report) == this)
                return report;
        return null;
    }

    public override string ToString() => Value;
}
