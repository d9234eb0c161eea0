namespace Bot.Benchmarks;

/// <summary>Prints what a run under load measured.</summary>
internal static class LoadReport
{
    public static void Print(string what, FormattableString measured) => IndexRun.Print(what, measured);

    public static void Print(string what, IEnumerable<TimeSpan> times)
    {
        double[] sorted = [.. times.Select(t => t.TotalMilliseconds).Order()];
        Print(what, $"p50 {sorted[sorted.Length / 2]:F0} ms, p95 {sorted[sorted.Length * 95 / 100]:F0} ms, max {sorted[^1]:F0} ms");
    }
}
