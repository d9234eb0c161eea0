using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Retrieval;

/// <summary>
/// A collection that holds the corpus in one format, for one embedding model: what an alias leads to. Another format or model gets a
/// collection of its own beside it, so that nothing written for one is read as the other.
/// </summary>
/// <param name="Alias">The name that bots use.</param>
/// <param name="Format">Of points and payloads.</param>
/// <param name="Model">The embedding model; null: none.</param>
internal sealed partial record QdrantGeneration(string Alias, int Format, EmbeddingModel? Model)
{
    /// <summary>Raise it with every change to payloads, terms, their dimensions or their values that older programs can't read past.</summary>
    public const int CurrentFormat = 2;

    private const string NoModel = "lexical";
    private const int LongestModel = 80;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Alias}-f{Format}-{(Model is null ? NoModel : $"{Plain(Model.Name)}-{Model.Dimensions}")}");

    /// <summary>The format of a collection that this alias leads to; null when its name tells none.</summary>
    public int? FormatOf(string collection) =>
        InName().Match(collection) is { Success: true } match && match.Groups["alias"].Value == Alias
            ? int.Parse(match.Groups["format"].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    // Names that had to be changed are told apart by a hash of what they were.
    private static string Plain(string model)
    {
        var plain = NotInNames().Replace(model, "_");
        if (plain == model && plain.Length <= LongestModel)
            return plain;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(model)).AsSpan(0, 4));
        return $"{plain[..Math.Min(plain.Length, LongestModel)]}-{hash}";
    }

    [GeneratedRegex("^(?<alias>.+)-f(?<format>[0-9]{1,6})-")]
    private static partial Regex InName();

    [GeneratedRegex("[^A-Za-z0-9._-]")]
    private static partial Regex NotInNames();
}
