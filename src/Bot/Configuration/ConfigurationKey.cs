using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Bot.Configuration;

/// <summary>One key that an options class takes.</summary>
/// <param name="Path">From the root: Corpus:Folder. A list's key stands for all of its elements.</param>
internal sealed record ConfigurationKey(string Path, PropertyInfo Property)
{
    public Type ValueType => Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    /// <summary>Empty stands for none: a number that need not be given.</summary>
    public bool IsOptional => Nullable.GetUnderlyingType(Property.PropertyType) is not null;

    /// <summary>Marked <c>[DataType(DataType.Password)]</c>: its value is never shown.</summary>
    public bool IsSecret => Property.GetCustomAttribute<DataTypeAttribute>()?.DataType is DataType.Password;

    public bool IsList => IsSequence(ValueType);

    /// <summary>All keys of a section, those of nested options classes too.</summary>
    public static ImmutableArray<ConfigurationKey> Of(OwnedSection section) => [.. Of(section.Name, section.Options)];

    public bool Takes(string path) =>
        path.Equals(Path, StringComparison.OrdinalIgnoreCase)
        || (IsList && path.StartsWith(Path + ConfigurationPath.KeyDelimiter, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<ConfigurationKey> Of(string path, Type options) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod?.IsPublic == true || IsNested(p.PropertyType))
            .SelectMany(p => IsNested(p.PropertyType)
                ? Of(ConfigurationPath.Combine(path, p.Name), p.PropertyType)
                : [new ConfigurationKey(ConfigurationPath.Combine(path, p.Name), p)]);

    private static bool IsNested(Type type) =>
        type.IsClass && !IsSequence(type) && type.Namespace?.StartsWith(nameof(Bot), StringComparison.Ordinal) == true;

    private static bool IsSequence(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(System.Collections.IEnumerable));
}
