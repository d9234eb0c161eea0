using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Bot.Configuration;

/// <summary>
/// Checks the whole configuration before anything is built from it, so that a person sees every mistake at once, with
/// the key, the value and what is allowed.
/// </summary>
/// <param name="Problems">The program must not start with these. Chinese and English.</param>
/// <param name="Warnings">Keys in our sections that nothing reads. Chinese and English.</param>
internal sealed record ConfigurationCheck(ImmutableArray<string> Problems, ImmutableArray<string> Warnings)
{
    public static ConfigurationCheck Of(IConfiguration configuration) => Of(configuration, OwnedSection.All);

    public static ConfigurationCheck Of(IConfiguration configuration, ImmutableArray<OwnedSection> sections)
    {
        var keys = sections.SelectMany(s => ConfigurationKey.Of(s)).ToImmutableArray();
        return new(
            [.. keys.SelectMany(k => ProblemsOf(k, configuration))],
            [.. sections.SelectMany(s => UnknownIn(s, keys, configuration))]);
    }

    private static IEnumerable<string> ProblemsOf(ConfigurationKey key, IConfiguration configuration)
    {
        if (key.IsList)
            return [];
        var text = configuration[key.Path];
        if (text is null)
            return Broken(key, DefaultOf(key));
        if (text.Length == 0 && key.IsOptional)
            return [];
        var converter = TypeDescriptor.GetConverter(key.ValueType);
        return converter.IsValid(text)
            ? Broken(key, converter.ConvertFromInvariantString(text))
            : [Problem(key, text, AllowedType(key))];
    }

    private static object? DefaultOf(ConfigurationKey key) =>
        key.Property.GetValue(Activator.CreateInstance(key.Property.DeclaringType!)); // a property always has one

    private static IEnumerable<string> Broken(ConfigurationKey key, object? value) =>
        key.Property.GetCustomAttributes<ValidationAttribute>()
            .Where(rule => !rule.IsValid(value))
            .Take(1)
            .Select(rule => Problem(key, value, Allowed(rule)));

    private static string Problem(ConfigurationKey key, object? value, string allowed)
    {
        var shown = key.IsSecret ? "***" : Convert.ToString(value, CultureInfo.InvariantCulture);
        var parts = allowed.Split(" | ", 2);
        return $"""
            配置项 {key.Path} 的值“{shown}”不可用：{parts[0]}。
              {key.Path} = "{shown}" is not allowed: {parts[^1]}.
            """;
    }

    // Rules of our own say what is allowed themselves, as "Chinese | English".
    private static string Allowed(ValidationAttribute rule) => rule switch
    {
        RangeAttribute range => $"须在 {range.Minimum} 与 {range.Maximum} 之间 | {range.Minimum} to {range.Maximum}",
        RequiredAttribute => "不能为空 | it must not be empty",
        _ => rule.ErrorMessage ?? rule.FormatErrorMessage(""),
    };

    private static string AllowedType(ConfigurationKey key) =>
        key.ValueType.IsEnum ? string.Join(" / ", Enum.GetNames(key.ValueType))
        : key.ValueType == typeof(bool) ? "true / false"
        : key.ValueType == typeof(TimeSpan) ? "须为天数或 天.时:分:秒 | days, or days.hours:minutes:seconds"
        : key.ValueType == typeof(Uri) ? "须为网址 | an address"
        : "须为数字 | a number";

    private static IEnumerable<string> UnknownIn(OwnedSection section, ImmutableArray<ConfigurationKey> keys, IConfiguration configuration) =>
        configuration.GetSection(section.Name).AsEnumerable()
            .Where(pair => pair.Value is not null && !keys.Any(k => k.Takes(pair.Key)))
            .Select(pair => Unknown(pair.Key, keys));

    private static string Unknown(string path, ImmutableArray<ConfigurationKey> keys)
    {
        var nearest = keys.MinBy(k => EditDistance.Between(k.Path, path))!.Path; // a section that is ours has keys
        return $"""
            没有名为 {path} 的配置项，已忽略。是否指 {nearest}？
              Unknown key {path} is ignored. Did you mean {nearest}?
            """;
    }
}
