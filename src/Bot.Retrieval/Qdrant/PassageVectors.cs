using System.Text;
using System.Text.Json;

namespace Bot.Retrieval;

/// <summary>Makes points anew from what is stored, passages with their embeddings.</summary>
internal sealed class PassageVectors(IPassageEmbedder embedder)
{
    /// <param name="points">Read with all their fields, at most some hundreds.</param>
    /// <exception cref="Exception">What the model's client throws.</exception>
    public async Task<List<QdrantPoint>> AddAsync(IReadOnlyList<QdrantFound> points, CancellationToken cancellationToken)
    {
        var passages = points.Where(IsPassage)
            .Select(p => (p.Id, Payload: p.Payload.Deserialize(PointJson.Readable.PassagePayload)!)) // an object
            .ToList();
        var vectors = passages.Count == 0 ? [] : await embedder.EmbedAsync([.. passages.Select(p => p.Payload.ToText().Embedded)], cancellationToken);
        return
        [
            .. points.Where(p => !IsPassage(p)).Select(p => new QdrantPoint(p.Id, Encoding.UTF8.GetBytes(p.Payload.GetRawText()))),
            .. passages.Zip(vectors, (passage, vector) => passage.Payload.ToPoint(passage.Id, vector)),
        ];
    }

    public static bool IsPassage(QdrantFound point) => point.Payload.GetProperty(PointField.Kind).GetString() == PointField.Kinds.Passage;
}
