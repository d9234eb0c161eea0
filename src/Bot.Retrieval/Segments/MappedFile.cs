using System.IO.MemoryMappedFiles;

namespace Bot.Retrieval;

/// <summary>
/// A file's bytes without reading them into the heap. Unmapped when nothing refers to it any more, so a reader needs no
/// lease: it keeps the object alive (<see cref="GC.KeepAlive"/>) for as long as it uses the bytes.
/// </summary>
internal sealed unsafe class MappedFile
{
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly int _length;

    /// <exception cref="InvalidDataException">The file is empty or larger than 2 GB.</exception>
    public MappedFile(string path)
        : this(path, 0, new FileInfo(path).Length)
    {
    }

    /// <summary>Maps a part of it.</summary>
    /// <exception cref="InvalidDataException">The part is empty or larger than 2 GB.</exception>
    public MappedFile(string path, long start, long length)
    {
        if (length is 0 or > int.MaxValue)
            throw new InvalidDataException($"{path} holds {length} bytes.");
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = file.CreateViewAccessor(start, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += _view.PointerOffset;
        _length = (int)length;
    }

    ~MappedFile()
    {
        _view?.SafeMemoryMappedViewHandle.ReleasePointer();
        _view?.Dispose();
    }

    public ReadOnlySpan<byte> Bytes => new(_start, _length);
}
