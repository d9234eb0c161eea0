using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Bot.Retrieval;

/// <summary>Writes a new file of a segment while hashing it; see <see cref="SealedFile"/>.</summary>
internal sealed class SegmentStream(string path) : IDisposable
{
    private const int SeenOntoDisk = 1 << 22;

    private readonly FileStream _file = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _pending = new byte[1 << 16];
    private int _pendingLength;

    public void Write<T>(ReadOnlySpan<T> values) where T : struct => Write(MemoryMarshal.AsBytes(values));

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _pending.Length - _pendingLength)
            Drain();
        if (bytes.Length > _pending.Length)
        {
            _hash.AppendData(bytes);
            _file.Write(bytes);
            return;
        }
        bytes.CopyTo(_pending.AsSpan(_pendingLength));
        _pendingLength += bytes.Length;
    }

    /// <summary>Reads what was written.</summary>
    public void ReadBack(long offset, Span<byte> bytes)
    {
        Drain();
        _file.Flush();
        if (RandomAccess.Read(_file.SafeFileHandle, bytes, offset) != bytes.Length)
            throw new ArgumentOutOfRangeException(nameof(offset), offset, "Nothing was written there.");
    }

    /// <summary>
    /// Ends the file with the hash and the layout. A large one is seen onto the disk; a small one lost with the power is
    /// noticed by its hash and soon rebuilt.
    /// </summary>
    public void Complete<T>(T layout) where T : struct
    {
        Drain();
        var tail = MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in layout));
        _hash.AppendData(tail);
        _file.Write(_hash.GetHashAndReset());
        _file.Write(tail);
        _file.Flush(flushToDisk: _file.Length > SeenOntoDisk);
    }

    public void Dispose()
    {
        _hash.Dispose();
        _file.Dispose();
    }

    private void Drain()
    {
        _hash.AppendData(_pending.AsSpan(0, _pendingLength));
        _file.Write(_pending.AsSpan(0, _pendingLength));
        _pendingLength = 0;
    }
}
