using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval;

/// <summary>
/// The vector files of an index: postings-….seg has its vectors beside it in postings-….&lt;model&gt;.&lt;version&gt;.vec, and dense.json names
/// the model that is searched. All of it is derived: what is lost or damaged is made again from the remembered vectors.
/// </summary>
internal sealed partial class VectorFolder(string path, ILogger logger)
{
    private const string Pattern = "postings-*.vec";

    private readonly string _served = Path.Combine(path, "dense.json");

    /// <summary>A path for the vectors of a segment that was never used.</summary>
    public string NewFile(Segment segment, EmbeddingModel model) =>
        Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"{NameOf(segment.Path)}.{CodeOf(model)}.{Guid.CreateVersion7():N}.vec"));

    /// <summary>The model whose vectors are searched; null: none, or what says so was lost.</summary>
    public EmbeddingModel? ReadServed()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(_served), ReportJson.Readable.EmbeddingModel);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    public void WriteServed(EmbeddingModel model)
    {
        File.WriteAllBytes(_served + ".new", JsonSerializer.SerializeToUtf8Bytes(model, ReportJson.Readable.EmbeddingModel));
        File.Move(_served + ".new", _served, overwrite: true);
    }

    /// <summary>What there is of a model's vectors for these segments.</summary>
    public DenseGeneration Open(EmbeddingModel model, IEnumerable<Segment> segments)
    {
        var generation = new DenseGeneration(model, ImmutableDictionary<string, VectorFile>.Empty);
        var files = Directory.EnumerateFiles(path, $"postings-*.{CodeOf(model)}.*.vec").ToLookup(file => NameOf(file));
        foreach (var segment in segments)
            foreach (var file in files[NameOf(segment.Path)].OrderDescending(StringComparer.Ordinal))
                if (generation.Of(segment) is null && TryOpen(file, segment, model) is { } opened)
                    generation = generation.With(segment, opened);
        return generation;
    }

    /// <summary>Deletes the files that none of these generations has: what crashes, merging without a model and former models left behind.</summary>
    public void DeleteAllBut(DenseState kept)
    {
        var used = kept.Generations.SelectMany(g => g.Files.Values).Select(file => file.Path).ToHashSet();
        foreach (var file in Directory.EnumerateFiles(path, Pattern).Where(file => !used.Contains(file)).ToList())
            IndexFolder.Delete(file);
    }

    private VectorFile? TryOpen(string file, Segment segment, EmbeddingModel model)
    {
        try
        {
            return VectorFile.Open(file, segment.PassageCount, model.Dimensions);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            Log.Unusable(logger, Path.GetFileName(file), e.Message);
            return null;
        }
    }

    // Both kinds of file begin with it.
    private static string NameOf(string file) => Path.GetFileName(file).Split('.')[0];

    private static string CodeOf(EmbeddingModel model) => BinaryPrimitives
        .ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{model.Dimensions} {model.Name}"))))
        .ToString("x16", CultureInfo.InvariantCulture);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The vectors in {File} can't be used and are made again: {Problem}")]
        public static partial void Unusable(ILogger logger, string file, string problem);
    }
}
