using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Channels;

/// <summary>What <c>POST /api/match</c> is sent; every field may be left out, and says what the page's form says.</summary>
/// <param name="Told">In own words: 我们是杭州一家科技型小微企业，去年研发200万.</param>
/// <param name="Place">Where it is registered: 杭州市.</param>
/// <param name="Needs">What is looked for: 研发经费, 贷款.</param>
/// <param name="Sizes">小微企业, 规模以上企业.</param>
/// <param name="Founded">2023, 2023-05 or 2023-05-18.</param>
/// <param name="Recognitions">By their usual names: 高新技术企业.</param>
/// <param name="RdSpending">By year: {"2025":"260万元"}; a bare number counts 万元.</param>
/// <param name="Revenue">As <paramref name="RdSpending"/>.</param>
/// <param name="Staff">How many people: "35".</param>
/// <param name="Without">Keys of facts, as the answer's profile has them, that <paramref name="Told"/> is not to count as telling.</param>
/// <param name="Language">zh (default) or en.</param>
internal sealed record MatchRequestBody(
    string? Told,
    string? Place,
    IReadOnlyList<string?>? Needs,
    IReadOnlyList<string?>? Sizes,
    string? Founded,
    IReadOnlyList<string?>? Recognitions,
    IReadOnlyDictionary<string, string?>? RdSpending,
    IReadOnlyDictionary<string, string?>? Revenue,
    string? Staff,
    IReadOnlyList<string?>? Without,
    string? Language)
{
    private static readonly ImmutableArray<string> Known =
        ["told", "place", "needs", "sizes", "founded", "recognitions", "rdSpending", "revenue", "staff", "without", "language"];

    /// <summary>What it was sent beside; null: nothing.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }

    /// <summary>What is wrong with it before it is read; null when nothing is.</summary>
    public Problem? FindProblem() => Others is { Count: > 0 } others
        // Left out in silence, what was told there would seem to count.
        ? Problem.BadRequest("field-unknown", "没有这个字段", $"没有字段 {others.Keys.First()}；可用的字段：{string.Join('、', Known)}。") with { Field = others.Keys.First() }
        : Language is null or "" or "zh" or "en"
        ? null
        : Problem.BadRequest("language-unknown", "语言不明", "字段 language 应为 zh 或 en。") with { Field = "language" };

    public MatchTold ToTold() => new()
    {
        Told = Text(Told),
        Place = Text(Place),
        Needs = Texts(Needs),
        Sizes = Texts(Sizes),
        Founded = Text(Founded),
        Recognitions = Texts(Recognitions),
        RdSpending = ByYear(RdSpending),
        Revenue = ByYear(Revenue),
        Staff = Text(Staff),
        Without = Texts(Without),
        IsEnglish = MatchTold.IsEnglishCalled(Language),
    };

    private static string Text(string? text) => text?.Trim() ?? "";

    private static ImmutableArray<string> Texts(IReadOnlyList<string?>? texts) =>
        [.. (texts ?? []).Select(Text).Where(text => text.Length > 0).Distinct()];

    private static ImmutableSortedDictionary<string, string> ByYear(IReadOnlyDictionary<string, string?>? texts) =>
        texts is null
            ? ImmutableSortedDictionary<string, string>.Empty
            : texts.ToImmutableSortedDictionary(entry => entry.Key, entry => Text(entry.Value), StringComparer.Ordinal);
}
