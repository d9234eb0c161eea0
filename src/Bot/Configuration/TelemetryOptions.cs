using System.ComponentModel.DataAnnotations;

namespace Bot.Configuration;

/// <summary>Where metrics and traces go.</summary>
internal sealed class TelemetryOptions
{
    public const string SectionName = "Telemetry";

    /// <summary>An OpenTelemetry collector that takes OTLP over HTTP: http://127.0.0.1:4318. Empty: none, unless OTEL_EXPORTER_OTLP_ENDPOINT says so.</summary>
    [WebAddress]
    public string? OtlpEndpoint { get; set; }
}
