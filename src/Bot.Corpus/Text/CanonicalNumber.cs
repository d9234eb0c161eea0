namespace Bot.Corpus;

/// <summary>The canonical writing of a number by its kind; see <see cref="WrittenNumber.Canonical"/>.</summary>
internal static class CanonicalNumber
{
    public static string Of(NumberKind kind, decimal scaled) => kind switch
    {
        NumberKind.PerCent => NumberPrinter.Canonical(scaled) + "%",
        NumberKind.PerMille => NumberPrinter.Canonical(scaled) + "‰",
        NumberKind.Ordinal => "第" + NumberPrinter.Canonical(scaled),
        _ => NumberPrinter.Canonical(scaled),
    };
}
