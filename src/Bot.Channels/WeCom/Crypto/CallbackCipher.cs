using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Channels.WeCom;

/// <summary>
/// Signs, checks, opens and seals callbacks as WeCom does: AES-256-CBC over 16 random bytes, the message's length (4 bytes, big endian),
/// the message and the receiver, padded to 32 bytes; SHA-1 over the token, the time, a nonce and the encrypted text, sorted.
/// https://developer.work.weixin.qq.com/document/path/90968
/// </summary>
internal sealed class CallbackCipher
{
    private const int KeyLength = 32;
    private const int RandomLength = 16;
    private const int LengthLength = 4;

    // Not AES's own 16: .NET's PKCS#7 refuses what is padded to 32, so that padding is done here.
    private const int BlockLength = 32;
    private const int IvLength = 16;

    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _token;
    private readonly byte[] _key;
    private readonly byte[] _receiver;

    /// <param name="encodingAesKey">43 characters of base64, see <see cref="IsKey"/>.</param>
    /// <param name="receiver">The corporation's id for an app; empty for the corporation's own AI bot.</param>
    /// <exception cref="ArgumentException">The key is none.</exception>
    public CallbackCipher(string token, string encodingAesKey, string receiver)
    {
        _token = token;
        _key = ReadKey(encodingAesKey) ?? throw new ArgumentException("An EncodingAESKey has 43 characters of base64.", nameof(encodingAesKey));
        _receiver = Encoding.UTF8.GetBytes(receiver);
    }

    /// <summary>True for 43 characters of base64: 32 bytes and a rest of four bits, which may be anything.</summary>
    public static bool IsKey(string? encodingAesKey) => ReadKey(encodingAesKey) is not null;

    /// <returns>40 lowercase hexadecimal digits.</returns>
    public string Sign(string timestamp, string nonce, string encrypted)
    {
        string[] parts = [_token, timestamp, nonce, encrypted];
        Array.Sort(parts, StringComparer.Ordinal); // by bytes: the order of a culture gives other signatures
#pragma warning disable CA5350 // the platform's protocol: nothing but the token keeps it from being forged
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
#pragma warning restore CA5350
    }

    /// <summary>Whether the signature is the right one; takes as long for a wrong one.</summary>
    public bool IsSigned(string signature, string timestamp, string nonce, string encrypted) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(timestamp, nonce, encrypted)));

    /// <summary>Opens what was sealed for this receiver. To be called when the signature was found right, so that nobody can try paddings.</summary>
    /// <param name="message">Empty where there is a flaw.</param>
    /// <returns>Null: it was opened.</returns>
    public CallbackFlaw? TryOpen(string encrypted, out string message)
    {
        message = "";
        var sealedBytes = new byte[encrypted.Length];
        // White space is passed over by the decoder, and is none of the platform's.
        if (encrypted.Any(char.IsWhiteSpace) || !Convert.TryFromBase64String(encrypted, sealedBytes, out var length))
            return CallbackFlaw.Base64;
        if (length == 0 || length % BlockLength != 0)
            return CallbackFlaw.BlockLength;

        using var aes = CreateAes();
        ReadOnlySpan<byte> opened = aes.DecryptCbc(sealedBytes.AsSpan(0, length), _key.AsSpan(0, IvLength), PaddingMode.None);
        if (!IsPadded(opened))
            return CallbackFlaw.Padding;
        opened = opened[..^opened[^1]];
        if (opened.Length < RandomLength + LengthLength)
            return CallbackFlaw.MessageLength;
        var stated = BinaryPrimitives.ReadUInt32BigEndian(opened[RandomLength..]);
        opened = opened[(RandomLength + LengthLength)..];
        if (stated > (uint)opened.Length)
            return CallbackFlaw.MessageLength;
        if (!CryptographicOperations.FixedTimeEquals(opened[(int)stated..], _receiver))
            return CallbackFlaw.Receiver;
        try
        {
            message = s_strictUtf8.GetString(opened[..(int)stated]);
            return null;
        }
        catch (DecoderFallbackException)
        {
            return CallbackFlaw.Encoding;
        }
    }

    /// <returns>Base64, as it stands in an envelope.</returns>
    public string Seal(string message)
    {
        Span<byte> random = stackalloc byte[RandomLength];
        RandomNumberGenerator.Fill(random);
        return Seal(message, random);
    }

    /// <param name="random">16 bytes, never used before.</param>
    internal string Seal(string message, ReadOnlySpan<byte> random)
    {
        var text = Encoding.UTF8.GetBytes(message);
        var length = RandomLength + LengthLength + text.Length + _receiver.Length;
        var padding = BlockLength - (length % BlockLength); // 1 to 32: never none
        var plain = new byte[length + padding];
        random[..RandomLength].CopyTo(plain);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(RandomLength), text.Length);
        text.CopyTo(plain, RandomLength + LengthLength);
        _receiver.CopyTo(plain, RandomLength + LengthLength + text.Length);
        plain.AsSpan(length).Fill((byte)padding);

        using var aes = CreateAes();
        return Convert.ToBase64String(aes.EncryptCbc(plain, _key.AsSpan(0, IvLength), PaddingMode.None));
    }

    // One per call: an Aes is not made for several threads.
    private Aes CreateAes()
    {
        var aes = Aes.Create();
        aes.Key = _key;
        return aes;
    }

    // Every byte is looked at, whatever the one before said.
    private static bool IsPadded(ReadOnlySpan<byte> bytes)
    {
        var padding = bytes[^1];
        if (padding is 0 or > BlockLength)
            return false;
        var differing = 0;
        foreach (var padded in bytes[^padding..])
            differing |= padded ^ padding;
        return differing == 0;
    }

    private static byte[]? ReadKey(string? encodingAesKey)
    {
        var key = new byte[KeyLength];
        return encodingAesKey is { Length: 43 }
            && !encodingAesKey.Any(char.IsWhiteSpace)
            && Convert.TryFromBase64String(encodingAesKey + "=", key, out var length)
            && length == KeyLength
            ? key
            : null;
    }
}
