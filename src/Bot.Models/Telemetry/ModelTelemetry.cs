using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Bot.Models;

/// <summary>
/// What exporters listen to. Names by the OpenTelemetry conventions for generative AI
/// (https://opentelemetry.io/docs/specs/semconv/gen-ai/), which are still in development. No text of prompts or answers.
/// </summary>
public static class ModelTelemetry
{
    /// <summary>The name of both the activity source and the meter.</summary>
    public const string Name = "Bot.Models";

    internal static ActivitySource Source { get; } = new(Name);

    private static readonly Meter s_meter = new(Name);

    // The bucket boundaries are the conventions'.
    internal static Histogram<long> TokenUsage { get; } = s_meter.CreateHistogram(
        "gen_ai.client.token.usage",
        "{token}",
        "Number of input and output tokens used.",
        tags: null,
        new InstrumentAdvice<long>
        {
            HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864],
        });

    internal static Histogram<double> OperationDuration { get; } = s_meter.CreateHistogram(
        "gen_ai.client.operation.duration",
        "s",
        "GenAI operation duration.",
        tags: null,
        new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
        });
}
