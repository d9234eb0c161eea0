using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Bot.Models.Tests.Telemetry;

/// <summary>What is measured and traced of one model, while this lives.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _activities;
    private readonly ConcurrentQueue<(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags)> _all = new();

    /// <param name="model">Other tests run beside this one; their models have other names.</param>
    public Measurements(string model)
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ModelTelemetry.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.Start();
        _activities = new()
        {
            ShouldListenTo = source => source.Name == ModelTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (Equals(activity.GetTagItem("gen_ai.request.model"), model))
                    Spans.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(_activities);

        void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var kept = tags.ToArray().ToDictionary(t => t.Key, t => t.Value);
            if (Equals(kept["gen_ai.request.model"], model))
                _all.Enqueue((instrument.Name, value, kept));
        }
    }

    public ConcurrentQueue<Activity> Spans { get; } = new();

    public (double Value, IReadOnlyDictionary<string, object?> Tags)[] Of(string instrument) =>
        [.. _all.Where(m => m.Instrument == instrument).Select(m => (m.Value, m.Tags))];

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }
}
