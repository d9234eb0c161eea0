using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>What corrections of figures and of measures must hold to alike. What is wrong is told in Chinese with its remedy.</summary>
internal static class FormCheck
{
    private const int LongestName = 100;
    private const int LongestNote = 1000;

    /// <param name="field">As <see cref="CorrectionOutcome.Invalid"/> names it.</param>
    /// <param name="called">What people call it.</param>
    public static CorrectionOutcome.Invalid? Name(string field, string called, string? name)
    {
        if (name is null)
            return null;
        if (string.IsNullOrWhiteSpace(name))
            return new(field, $"{called}是空的：请填写，或不填这一项");
        if (name.Length > LongestName)
            return new(field, $"{called}太长：最多 {LongestName} 个字，请缩短");
        return name.Any(char.IsControl) ? new(field, $"{called}里有换行或不可见字符：请删去后再填") : null;
    }

    public static CorrectionOutcome.Invalid? Choice(string field, string called, bool isKnown) =>
        isKnown ? null : new(field, $"{called}不是可选的值：请从列出的值里选");

    public static CorrectionOutcome.Invalid? Note(string? note)
    {
        if (note is null)
            return null;
        if (note.Length > LongestNote)
            return new("Note", $"说明太长：最多 {LongestNote} 个字，请缩短");
        return note.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? new("Note", "说明里有不可见字符：请删去后再填") : null;
    }

    /// <summary>True when a sentence says the number: answers may state no other.</summary>
    /// <param name="isUnitApart">The unit may stand elsewhere.</param>
    /// <param name="mayBeOrdinal">第二 says 2.</param>
    public static bool States(string sentence, decimal value, string unit, bool isUnitApart, bool mayBeOrdinal = false)
    {
        var said = NumberScanner.Scan(NumberPrinter.Canonical(value) + unit) is [var number, ..] && number.Span.Start == 0 ? number.Canonical : null;
        return NumberScanner.Scan(sentence).Any(n => n.Kind is not (NumberKind.Label or NumberKind.Date or NumberKind.Name) && (
            n.Canonical == said
            || (n.Kind == NumberKind.Ordinal && mayBeOrdinal && n.Scaled == value)
            || (isUnitApart && n.Scaled == value)));
    }

    public static CorrectionOutcome.Invalid Unstated(string field, decimal value, string unit) => new(
        field, $"原句中没有“{NumberPrinter.Canonical(value)}{unit}”这个数：数值连同单位须与原句写的一致（万、亿可换算），请照原句填写");
}
