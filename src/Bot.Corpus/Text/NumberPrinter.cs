using System.Globalization;

namespace Bot.Corpus;

/// <summary>Writes numbers the one way that makes equal numbers equal strings.</summary>
public static class NumberPrinter
{
    /// <summary>Without separators, sign only when negative, no zeros at the end: 28 for 28.0, 0.5, -3.2.</summary>
    public static string Canonical(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>A reduced fraction: 1/3.</summary>
    public static string Canonical(decimal numerator, decimal denominator)
    {
        var (a, b) = (Math.Abs(numerator), Math.Abs(denominator));
        while (b != 0)
            (a, b) = (b, a % b);
        return a == 0 ? "0" : $"{Canonical(numerator / a)}/{Canonical(denominator / a)}";
    }
}
