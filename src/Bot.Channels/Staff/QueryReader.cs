using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>Reads an address's parameters and notes which of them can't be understood. A blank one counts as not given: forms send those.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    /// <summary>In UTF-16 code units, of any parameter.</summary>
    public const int MaximumLength = 200;

    private readonly List<Problem> _problems = [];

    public ImmutableArray<Problem> Problems => [.. _problems];

    public string? Text(string name)
    {
        var values = query[name];
        if (values.Count > 1)
            _problems.Add(Refused(name, string.Join('、', values!), "只写一次"));
        string text = values.Count == 1 ? values[0]?.Trim() ?? "" : "";
        if (text.Length <= MaximumLength)
            return text.Length == 0 ? null : text;
        _problems.Add(Refused(name, text[..20] + "……", $"最长 {MaximumLength} 字"));
        return null;
    }

    public T? Value<T>(string name, Func<string, T?> parse, string allowed)
        where T : struct
    {
        if (Text(name) is not { } text)
            return null;
        var value = parse(text);
        if (value is null)
            _problems.Add(Refused(name, text, allowed));
        return value;
    }

    /// <summary>The texts of these parameters, where given once.</summary>
    public ImmutableDictionary<string, string> Given(IEnumerable<string> names) => names
        .Where(name => query[name].Count == 1 && !string.IsNullOrWhiteSpace(query[name]))
        .ToImmutableDictionary(name => name, name => query[name].ToString().Trim());

    /// <summary>Parameters with some of them set anew (null: left out), as a query string; empty when none is left.</summary>
    /// <param name="order">Every parameter's name, in the order in which they are written.</param>
    public static string Write(
        IEnumerable<string> order, ImmutableDictionary<string, string> given, params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        foreach (var (name, value) in changes)
            given = value is null ? given.Remove(name) : given.SetItem(name, value);
        return QueryString.Create(order.Where(given.ContainsKey).Select(name => KeyValuePair.Create(name, (string?)given[name]))).Value ?? "";
    }

    public static bool? Flag(string text) => text switch { "true" => true, "false" => false, _ => null };

    public static int? Whole(string text, int minimum, int maximum) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= minimum && number <= maximum
            ? number
            : null;

    public static Problem Refused(string name, string text, string allowed) => Problem.BadRequest(
        "parameter-not-allowed", "参数有误", $"参数 {name} 的值“{text}”不可用，应为：{allowed}。") with { Field = name };
}
