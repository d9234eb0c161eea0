using System.Text.Json;

namespace Bot.Channels.Tests.WeCom;

/// <summary>A callback as the vendor published it, or as the vendor's own library made it.</summary>
/// <param name="Signature">Null: published without one that matches.</param>
/// <param name="Random16Hex">The random bytes that were sealed with it.</param>
/// <param name="Body">Null: the vendor shows the encrypted text alone.</param>
public sealed record CallbackVector(
    string Id,
    string Kind,
    string Token,
    string EncodingAesKey,
    string ReceiveId,
    string? Timestamp,
    string? Nonce,
    string? Signature,
    string Encrypt,
    string Plaintext,
    string Random16Hex,
    string? QueryString,
    string? Body)
{
    private static readonly IReadOnlyDictionary<string, CallbackVector> s_all = Read();

    public static TheoryData<string> Ids => new(s_all.Keys);

    public static TheoryData<string> SignedIds => new(s_all.Values.Where(v => v.Signature is not null).Select(v => v.Id));

    public static CallbackVector Of(string id) => s_all[id];

    private static Dictionary<string, CallbackVector> Read()
    {
        using var stream = typeof(CallbackVector).Assembly.GetManifestResourceStream("wecom-callback.json")!; // of this project
        var file = JsonSerializer.Deserialize<VectorFile>(stream, JsonSerializerOptions.Web)!; // and holds an object
        return file.Official.Concat(file.Generated).ToDictionary(v => v.Id);
    }

    private sealed record VectorFile(CallbackVector[] Official, CallbackVector[] Generated);
}
