using System.Collections.Immutable;
using System.Text.Json;

namespace Bot.Tests.Evaluation;

/// <summary>What an answer must and must not hold.</summary>
/// <param name="Facts">All must be in the text, each in one of its ways of writing.</param>
/// <param name="Forbidden">None may be in the text.</param>
/// <param name="Sources">One must be cited; with <paramref name="CitesEachDocument"/>, one of every document named.</param>
internal sealed record Expectation(
    bool IsRefusal,
    ImmutableArray<ImmutableArray<string>> Facts,
    ImmutableArray<string> Forbidden,
    ImmutableArray<ExpectedSource> Sources,
    bool CitesEachDocument)
{
    public static Expectation Parse(JsonElement json) => new(
        IsTrue(json, "refuse"),
        [.. List(json, "facts").Select(fact => fact.ValueKind is JsonValueKind.Array ? Strings(fact.EnumerateArray()) : [fact.GetString() ?? ""])],
        Strings(List(json, "forbid")),
        [.. List(json, "cite").Select(source => new ExpectedSource(Text(source, "doc"), Text(source, "contains")))],
        IsTrue(json, "cite_each_doc"));

    private static bool IsTrue(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;

    private static JsonElement.ArrayEnumerator List(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : default;

    private static ImmutableArray<string> Strings(JsonElement.ArrayEnumerator items) => [.. items.Select(item => item.GetString() ?? "")];

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";
}
