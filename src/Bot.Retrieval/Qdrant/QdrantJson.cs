using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Bot.Retrieval;

/// <summary>How requests and answers are written: names in snake_case, absent things left out, Chinese as it is.</summary>
[JsonSerializable(typeof(QdrantAliasChange))]
[JsonSerializable(typeof(QdrantCollection))]
[JsonSerializable(typeof(QdrantCounting))]
[JsonSerializable(typeof(QdrantDeletion))]
[JsonSerializable(typeof(QdrantPayloadIndex))]
[JsonSerializable(typeof(QdrantQuery))]
[JsonSerializable(typeof(QdrantQueryBatch))]
[JsonSerializable(typeof(QdrantScroll))]
[JsonSerializable(typeof(QdrantSparse))]
[JsonSerializable(typeof(float[]))]
[JsonSerializable(typeof(QdrantVersion))]
[JsonSerializable(typeof(QdrantReply<bool>), TypeInfoPropertyName = "Done")]
[JsonSerializable(typeof(QdrantReply<QdrantAliases>), TypeInfoPropertyName = "Aliases")]
[JsonSerializable(typeof(QdrantReply<QdrantCount>), TypeInfoPropertyName = "Count")]
[JsonSerializable(typeof(QdrantReply<QdrantExistence>), TypeInfoPropertyName = "Existence")]
[JsonSerializable(typeof(QdrantReply<QdrantPage>), TypeInfoPropertyName = "Page")]
[JsonSerializable(typeof(QdrantReply<QdrantRanking>), TypeInfoPropertyName = "Ranking")]
[JsonSerializable(typeof(QdrantReply<QdrantRanking[]>), TypeInfoPropertyName = "Rankings")]
[JsonSerializable(typeof(QdrantReply<QdrantUpdate>), TypeInfoPropertyName = "Update")]
internal sealed partial class QdrantJson : JsonSerializerContext
{
    private static readonly QdrantJson ReadableContext = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    public static QdrantJson Readable => ReadableContext;
}
