using System.Security.Cryptography;
using System.Text;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Ids made from what a point is, so that storing it twice stores it once, and it is found without a search.</summary>
internal static class PointId
{
    public static Guid OfCatalogue(ReportId report) => Of(PointField.Kinds.Catalogue, report.Value, 0);

    public static Guid OfVersion(string version) => Of(PointField.Kinds.Version, version, 0);

    public static Guid OfParagraph(string version, int number) => Of(PointField.Kinds.Paragraph, version, number);

    /// <param name="index">Of the passage in its report.</param>
    public static Guid OfPassage(string version, int index) => Of(PointField.Kinds.Passage, version, index);

    /// <param name="index">Of the figure in its report.</param>
    public static Guid OfFigure(string version, int index) => Of(PointField.Kinds.Figure, version, index);

    /// <param name="number">Of the measure in its report.</param>
    public static Guid OfMeasure(string version, int number) => Of(PointField.Kinds.Measure, version, number);

    // A UUID of version 8: the first bits of a SHA-256.
    private static Guid Of(string kind, string name, int number)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{name}\n{number}"), hash);
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
