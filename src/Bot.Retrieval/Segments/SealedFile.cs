using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Bot.Retrieval;

/// <summary>Files that <see cref="SegmentStream"/> wrote: a body, the SHA-256 of body and layout, and the layout as their tail.</summary>
internal static class SealedFile
{
    /// <exception cref="InvalidDataException">The file is too short to have one.</exception>
    public static T ReadTail<T>(SafeFileHandle file, string path) where T : struct
    {
        T tail = default;
        var bytes = MemoryMarshal.AsBytes(new Span<T>(ref tail));
        var at = RandomAccess.GetLength(file) - bytes.Length;
        return at >= SegmentLayout.HashSize && RandomAccess.Read(file, bytes, at) == bytes.Length
            ? tail
            : throw new InvalidDataException($"{path} is cut short.");
    }

    /// <summary>Read as a file, not through a mapping: what is only hashed need not stay resident.</summary>
    /// <param name="tail">Size of the layout.</param>
    /// <exception cref="InvalidDataException">The file does not hold what was written to it.</exception>
    public static void Verify(string path, int tail)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0);
        var buffer = new byte[1 << 17];
        for (var left = file.Length - tail - SegmentLayout.HashSize; left > 0;)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0)
                throw new InvalidDataException($"{path} is cut short.");
            hash.AppendData(buffer, 0, read);
            left -= read;
        }
        Span<byte> written = stackalloc byte[SegmentLayout.HashSize];
        file.ReadExactly(written);
        file.ReadExactly(buffer, 0, tail);
        hash.AppendData(buffer, 0, tail);
        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(written))
            throw new InvalidDataException($"{path} does not hold what was written to it.");
    }
}
