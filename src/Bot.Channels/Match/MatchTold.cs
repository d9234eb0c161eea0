using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>What is told of an enterprise on the form or to the API, as it came. Everything may be left out: text is empty then, lists are.</summary>
internal sealed record MatchTold
{
    /// <summary>In UTF-16 code units, of what is told in own words.</summary>
    public const int MaximumWords = Answers.Question.MaximumLength;

    /// <summary>In UTF-16 code units, of any other text.</summary>
    public const int MaximumLength = 100;

    /// <summary>How many entries a list may have.</summary>
    public const int MaximumEntries = 40;

    /// <summary>In own words.</summary>
    public string Told { get; init; } = "";

    public string Place { get; init; } = "";

    public string Founded { get; init; } = "";

    public string Staff { get; init; } = "";

    /// <summary>What is looked for.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    public ImmutableArray<string> Sizes { get; init; } = [];

    public ImmutableArray<string> Recognitions { get; init; } = [];

    /// <summary>R&amp;D spending by year.</summary>
    public ImmutableSortedDictionary<string, string> RdSpending { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Revenue by year.</summary>
    public ImmutableSortedDictionary<string, string> Revenue { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Facts, by their Chinese words, that the own words are not to count as telling.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    public bool IsEnglish { get; init; }

    public bool IsEmpty =>
        (Told + Place + Founded + Staff).Length == 0 && Needs.IsEmpty && Sizes.IsEmpty && Recognitions.IsEmpty
        && RdSpending.Values.Concat(Revenue.Values).All(text => text.Length == 0);

    public static MatchTold Of(IFormCollection form) => new()
    {
        Told = One(form, "told"),
        Place = One(form, "place"),
        Founded = One(form, "founded"),
        Staff = One(form, "staff"),
        Needs = Several(form, "needs"),
        Sizes = Several(form, "sizes"),
        Recognitions = Several(form, "recognitions"),
        RdSpending = ByYear(form, "rdSpending."),
        Revenue = ByYear(form, "revenue."),
        Without = Several(form, "without"),
        IsEnglish = IsEnglishCalled(form["language"].ToString()),
    };

    public static bool IsEnglishCalled(string? language) => language is not null && language.StartsWith("en", StringComparison.OrdinalIgnoreCase);

    public MatchTold Restore(string key) => this with { Without = Without.Remove(key) };

    /// <summary>What is too long or too many; nothing of it is read then.</summary>
    public Problem? FindExcess()
    {
        if (Told.Length > MaximumWords)
            return TooLong("told", MaximumWords);
        foreach (var (field, text) in Texts().Where(text => text.Text.Length > MaximumLength))
            return TooLong(field, MaximumLength);
        foreach (var (field, entries) in new[] { ("needs", Needs.Length), ("sizes", Sizes.Length), ("recognitions", Recognitions.Length), ("without", Without.Length), ("rdSpending", RdSpending.Count), ("revenue", Revenue.Count) })
        {
            if (entries > MaximumEntries)
                return Refused(field, Say($"最多 {MaximumEntries} 项", $"{MaximumEntries} entries at most"));
        }

        return null;
    }

    public Problem Refused(string field, string allowed) => Problem.BadRequest(
        "told-unclear", "有一项没读懂", allowed + Say($"。", $".")) with { Field = field };

    public string Say(FormattableString chinese, FormattableString english) => (IsEnglish ? english : chinese).ToString(CultureInfo.InvariantCulture);

    private Problem TooLong(string field, int maximum) => Refused(field, Say($"最长 {maximum} 字", $"{maximum} characters at most"));

    private IEnumerable<(string Field, string Text)> Texts()
    {
        yield return ("place", Place);
        yield return ("founded", Founded);
        yield return ("staff", Staff);
        foreach (string each in Needs)
            yield return ("needs", each);
        foreach (string each in Sizes)
            yield return ("sizes", each);
        foreach (string each in Recognitions)
            yield return ("recognitions", each);
        foreach (string each in Without)
            yield return ("without", each);
        foreach (var (year, text) in RdSpending)
            yield return ($"rdSpending.{year}", text);
        foreach (var (year, text) in Revenue)
            yield return ($"revenue.{year}", text);
    }

    private static string One(IFormCollection form, string name) => form[name] is [{ } text, ..] ? text.Trim() : "";

    private static ImmutableArray<string> Several(IFormCollection form, string name) =>
        [.. form[name].OfType<string>().Select(text => text.Trim()).Where(text => text.Length > 0).Distinct()];

    private static ImmutableSortedDictionary<string, string> ByYear(IFormCollection form, string prefix) => form.Keys
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(name => name[prefix.Length..], name => One(form, name), StringComparer.Ordinal);
}
