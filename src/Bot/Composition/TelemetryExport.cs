using Bot.Configuration;
using Bot.Models;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Bot.Composition;

/// <summary>Sends metrics and traces of model calls to a collector, where one is configured.</summary>
internal sealed class TelemetryExport : IDisposable
{
    private const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;

    public TelemetryExport(IOptions<TelemetryOptions> options, IConfiguration configuration)
    {
        var address = options.Value.OtlpEndpoint;
        if (string.IsNullOrEmpty(address) && string.IsNullOrEmpty(configuration[Variable]))
            return;
        _traces = Sdk.CreateTracerProviderBuilder().AddSource(ModelTelemetry.Name).AddOtlpExporter(o => Send(o, address, "v1/traces")).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().AddMeter(ModelTelemetry.Name).AddOtlpExporter(o => Send(o, address, "v1/metrics")).Build();
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    // With the variable alone the exporter reads its own settings, OTEL_EXPORTER_OTLP_PROTOCOL and the rest.
    private static void Send(OtlpExporterOptions exporter, string? address, string path)
    {
        if (string.IsNullOrEmpty(address))
            return;
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{address.TrimEnd('/')}/{path}");
    }
}
