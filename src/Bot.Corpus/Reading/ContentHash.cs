using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Corpus;

/// <summary>
/// Tells whether a report must be read anew: lower-case hex SHA-256 of the reader's version, of what operators added to its
/// vocabulary, of the file's bytes and of what sources.json says of it.
/// </summary>
internal static partial class ContentHash
{
    // Raise it with every change to reading, cleaning, structure, figures, measures or their vocabulary that can alter what is read
    // from a file: stored reports then no longer match and are read anew at the next start.
    private const byte ReaderVersion = 5;

    public static string Of(ReadOnlySpan<byte> bytes, SourceEntry? entry, IndicatorVocabulary indicators)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([ReaderVersion]);
        hash.AppendData(Encoding.UTF8.GetBytes(indicators.Additions));
        hash.AppendData(bytes);
        if (entry is not null)
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(entry, EntryContext.Default.SourceEntry));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    [JsonSerializable(typeof(SourceEntry))]
    private sealed partial class EntryContext : JsonSerializerContext;
}
