using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Bot.Corpus.Tests.Measures;

/// <summary>The measures of one policy document as a person read them, beside the document under Documents/.</summary>
internal sealed record AnnotatedRegister(
    string Document, string? Issuer, string? DocumentNumber, string? Region, DateOnly? ValidFrom, DateOnly? ValidTo,
    string[] Repeals, AnnotatedCondition[] GeneralConditions, AnnotatedMeasure[] Measures)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Names a folder to measure over instead of Documents/: an absolute path.</summary>
    private const string OtherFolder = "POLICY_DOCUMENTS";

    public static string Folder([CallerFilePath] string here = "") =>
        Environment.GetEnvironmentVariable(OtherFolder) is { Length: > 0 } other ? other : Path.Combine(Path.GetDirectoryName(here)!, "Documents");

    public static IEnumerable<AnnotatedRegister> All() =>
        Directory.GetFiles(Folder(), "*.register.json").Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize<AnnotatedRegister>(File.ReadAllText(file), Options)!);
}

/// <param name="Anchor">A fragment of the document that stands in this measure only.</param>
internal sealed record AnnotatedMeasure(
    string Id, string Anchor, string Name, string Instrument, string? Beneficiary, AnnotatedAmount[] Amounts, AnnotatedCondition[] Conditions);

/// <param name="Kind">Tier: a step of a scale, or one of several things named side by side.</param>
internal sealed record AnnotatedAmount(string Text, string Kind, decimal Value, string Unit, decimal? From, decimal? To);

/// <param name="Value">A number where it is measured, else words.</param>
internal sealed record AnnotatedCondition(string Text, string Kind, string? Operator, string? Value, string? Unit);
