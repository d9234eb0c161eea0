using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bot.TestServers;

/// <summary>Seals and signs callbacks as WeCom's servers do; written apart from the product's own, so that one proves the other.</summary>
/// <param name="token">Of the app's or the bot's page.</param>
/// <param name="encodingAesKey">43 characters.</param>
/// <param name="receiver">The corporation's id; empty for an AI bot.</param>
public sealed class PlatformSeal(string token, string encodingAesKey, string receiver)
{
    private readonly byte[] _key = Convert.FromBase64String(encodingAesKey + "=");

    public string Seal(string message) => Seal(Encoding.UTF8.GetBytes(message));

    public string Seal(byte[] message)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, message.Length);
        return Encrypt([.. RandomNumberGenerator.GetBytes(16), .. length, .. message, .. Encoding.UTF8.GetBytes(receiver)]);
    }

    /// <summary>Pads and encrypts whatever it is given.</summary>
    public string Encrypt(byte[] plain)
    {
        var padding = 32 - (plain.Length % 32);
        return EncryptPadded([.. plain, .. Enumerable.Repeat((byte)padding, padding)]);
    }

    /// <param name="padded">A multiple of 16 bytes.</param>
    public string EncryptPadded(byte[] padded)
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        return Convert.ToBase64String(aes.EncryptCbc(padded, _key.AsSpan(0, 16), PaddingMode.None));
    }

    /// <summary>Opens a reply; throws when it is not as WeCom's own libraries make it.</summary>
    public string Open(string encrypted)
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        var plain = aes.DecryptCbc(Convert.FromBase64String(encrypted), _key.AsSpan(0, 16), PaddingMode.None);
        if (plain.Length % 32 != 0 || plain[^1] is 0 or > 32 || plain[^plain[^1]..].Any(b => b != plain[^1]))
            throw new InvalidDataException("The padding is wrong.");
        var content = plain[..^plain[^1]];
        var length = BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(16));
        if (Encoding.UTF8.GetString(content[(20 + length)..]) != receiver)
            throw new InvalidDataException("The receiver is another.");
        return Encoding.UTF8.GetString(content, 20, length);
    }

    public string Sign(string timestamp, string nonce, string encrypted)
    {
        var parts = new List<string> { token, timestamp, nonce, encrypted };
        parts.Sort(string.CompareOrdinal);
#pragma warning disable CA5350 // the platform's protocol
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
#pragma warning restore CA5350
    }

    /// <summary>What proves a callback: <c>msg_signature=…&amp;timestamp=…&amp;nonce=…</c>.</summary>
    public string Query(string timestamp, string nonce, string encrypted) =>
        $"msg_signature={Sign(timestamp, nonce, encrypted)}&timestamp={timestamp}&nonce={nonce}";
}
