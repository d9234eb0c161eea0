using System.Collections.Immutable;
using System.Globalization;
using Bot.Corpus;

namespace Bot.Channels;

/// <summary>What was read of a measure, in few words for people.</summary>
internal static class MeasureText
{
    /// <summary>研发费用 不低于 500万元; 资质 属于 高新技术企业.</summary>
    public static Html Of(ReadConditionBody condition) => Html.Join([
        Name(MeasureNames.ConditionKinds, "condition", condition.Kind),
        condition.Operator == "none" ? Html.Empty : Html.Of($" {Name(MeasureNames.Operators, "operator", condition.Operator)}"),
        condition.Value is { } value ? Html.Of($" {Number(value)}{condition.Unit}") : Html.Empty,
        condition.Names.Count == 0 ? Html.Empty : Html.Of($" {string.Join('、', condition.Names)}"),
    ]);

    /// <summary>最高 50万元; 比例 20%.</summary>
    public static Html Of(ReadAmountBody amount) =>
        Html.Of($"{Name(MeasureNames.AmountKinds, "amount", amount.Kind)} {Number(amount.Value)}{amount.Unit}");

    /// <summary>自2024-01-01至2026-12-31; empty when nothing is written.</summary>
    public static string ValidityOf(MeasureBody measure) => (measure.ValidFrom, measure.ValidTo) switch
    {
        (null, null) => "",
        ({ } from, null) => $"自{Day(from)}起",
        (null, { } to) => $"至{Day(to)}",
        ({ } from, { } to) => $"{Day(from)}至{Day(to)}",
    };

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Chinese<T>(ImmutableArray<FigureNames.Name<T>> names, string wire)
        where T : struct, Enum =>
        names.First(name => name.Wire == wire).Chinese;

    private static string Number(decimal value) => NumberPrinter.Canonical(value);

    private static Html Name<T>(ImmutableArray<FigureNames.Name<T>> names, string set, string wire)
        where T : struct, Enum =>
        Html.Of($"<span data-t=\"{set}.{wire}\">{Chinese(names, wire)}</span>");
}
