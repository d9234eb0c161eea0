using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Bot.Retrieval;

/// <summary>
/// The vectors of one segment's passages, by their index. What the first pass over many passages reads is mapped; the numbers
/// themselves, eight times as much, are read from the file, so that they need not stay resident.
/// </summary>
internal sealed class VectorFile
{
    private readonly MappedFile _tables;
    private readonly SafeFileHandle _file;
    private readonly VectorLayout _layout;

    private VectorFile(string path, MappedFile tables, SafeFileHandle file, VectorLayout layout) =>
        (Path, _tables, _file, _layout) = (path, tables, file, layout);

    public string Path { get; }

    public int PassageCount => _layout.Passages;

    public int Dimensions => _layout.Dimensions;

    public int SignWords => _layout.SignWords;

    /// <summary>Per passage the scale of its numbers; 0: it has no vector.</summary>
    public ReadOnlySpan<float> Scales => Table<float>(0, _layout.Passages);

    /// <summary>Per passage what <see cref="Signs"/> are worth.</summary>
    public ReadOnlySpan<float> Worth => Table<float>((long)_layout.Passages * sizeof(float), _layout.Passages);

    public ReadOnlySpan<ulong> Signs => Table<ulong>((long)_layout.Passages * 2 * sizeof(float), _layout.Passages * _layout.SignWords);

    /// <summary>Reads the numbers of passages that follow each other.</summary>
    /// <param name="rows">A multiple of <see cref="Dimensions"/>.</param>
    /// <exception cref="InvalidDataException">They are no longer there.</exception>
    public void Read(int firstPassage, Span<sbyte> rows)
    {
        var bytes = MemoryMarshal.AsBytes(rows);
        if (RandomAccess.Read(_file, bytes, (long)firstPassage * _layout.Dimensions) != bytes.Length)
            throw new InvalidDataException($"{Path} is cut short.");
    }

    /// <exception cref="InvalidDataException">The file is not one of this format, has other passages or another length of vectors, or is damaged.</exception>
    /// <exception cref="FileNotFoundException" />
    public static VectorFile Open(string path, int passages, int dimensions)
    {
        var file = OpenUnverified(path, passages, dimensions);
        SealedFile.Verify(path, Unsafe.SizeOf<VectorLayout>());
        return file;
    }

    /// <summary>As <see cref="Open"/>, for a file just written: trusts its contents.</summary>
    public static VectorFile OpenUnverified(string path, int passages, int dimensions)
    {
        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.RandomAccess);
        try
        {
            var layout = SealedFile.ReadTail<VectorLayout>(handle, path);
            if (layout.Magic != VectorLayout.MagicOfFormat1
                || layout.Passages != passages
                || layout.Dimensions != dimensions
                || layout.FileSize(Unsafe.SizeOf<VectorLayout>()) != RandomAccess.GetLength(handle))
                throw new InvalidDataException($"{path} does not hold the vectors of its segment.");
            return new VectorFile(path, new MappedFile(path, layout.RowsSize, layout.TablesSize), handle, layout);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private ReadOnlySpan<T> Table<T>(long at, int count) where T : struct =>
        MemoryMarshal.Cast<byte, T>(_tables.Bytes.Slice((int)at, count * Unsafe.SizeOf<T>()));
}
