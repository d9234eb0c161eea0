using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>How the lists in a row are written: compact JSON, Chinese readable, names of enumerations in words.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReportMetadata))]
[JsonSerializable(typeof(Figure[]))]
[JsonSerializable(typeof(Measure))]
[JsonSerializable(typeof(Repeal[]))]
[JsonSerializable(typeof(EmbeddingModel))]
[JsonSerializable(typeof(FigureMeaning))]
[JsonSerializable(typeof(MeasureMeaning))]
[JsonSerializable(typeof(RemovedText[]))]
[JsonSerializable(typeof(SentenceRow[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(int[]))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    private static readonly ReportJson ReadableContext = new(new JsonSerializerOptions(new ReportJson().Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    public static ReportJson Readable => ReadableContext;
}
