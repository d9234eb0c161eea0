using System.Text.Json;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>The point that tells of a version as long as anything of it may be stored.</summary>
internal static class VersionMark
{
    public static QdrantPoint Of(Report report, string version, DateTimeOffset at)
    {
        var removed = report.Removed.IsEmpty ? null : JsonSerializer.Serialize([.. report.Removed], ReportJson.Readable.RemovedTextArray);
        var payload = new VersionPayload(PointField.Kinds.Version, version, report.Id.Value, removed, at);
        return new QdrantPoint(PointId.OfVersion(version), JsonSerializer.SerializeToUtf8Bytes(payload, PointJson.Readable.VersionPayload));
    }
}
