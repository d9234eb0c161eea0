using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Channels;

/// <summary>How everything is written on the wire: camel case, Chinese as it is.</summary>
[JsonSerializable(typeof(AskBody))]
[JsonSerializable(typeof(AnswerBody))]
[JsonSerializable(typeof(PieceBody))]
[JsonSerializable(typeof(FeedbackBody))]
[JsonSerializable(typeof(ReportBody))]
[JsonSerializable(typeof(IEnumerable<ReportLineBody>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(ReadinessBody))]
[JsonSerializable(typeof(FigureListBody))]
[JsonSerializable(typeof(CorrectionBody))]
[JsonSerializable(typeof(CorrectionListBody))]
[JsonSerializable(typeof(MeasureListBody))]
[JsonSerializable(typeof(MeasureCorrectionBody))]
[JsonSerializable(typeof(MeasureCorrectionListBody))]
[JsonSerializable(typeof(MatchRequestBody))]
[JsonSerializable(typeof(MatchBody))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>The relaxed encoder is safe here: nothing of this is ever written into HTML.</summary>
    public static WireJson Wire { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
    });
}
