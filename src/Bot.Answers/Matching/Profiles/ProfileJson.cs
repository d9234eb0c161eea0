using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>
/// A profile as JSON, to be kept. What another version wrote is read as far as it is known: members, quantities and standings of kinds
/// unknown here are left out.
/// </summary>
public static class ProfileJson
{
    public static string Write(EnterpriseProfile profile) => JsonSerializer.Serialize(new WireProfile
    {
        Region = profile.Region is { } region ? new(region.Name, region.Parent?.Name) : null,
        Founded = profile.Founded is { } founded ? new(founded.Earliest, founded.Latest, founded.Told) : null,
        Standings = [.. profile.Standings.Select(s => new WireStanding($"{s.Kind}", s.Name, s.IsHeld, s.Acquired?.ToString(), s.Year, s.Words))],
        Sectors = [.. profile.Sectors],
        Quantities = [.. profile.Quantities.Select(q => new WireQuantity($"{q.Of}", q.Year, q.Value, q.IsAbout, q.Words, q.Earlier, q.Pieces.IsEmpty ? null : [.. q.Pieces]))],
        Declarations = [.. profile.Declarations],
        Need = profile.Need,
    }, ProfileWire.Relaxed.WireProfile);

    /// <summary>Null when it is no profile, or damaged: then nothing of it is believed.</summary>
    public static EnterpriseProfile? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ProfileWire.Relaxed.WireProfile) is { } wire ? Of(wire) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static EnterpriseProfile Of(WireProfile wire) => new()
    {
        Region = wire.Region is { Name.Length: > 0 } place ? Places.Find(place.Name, place.Within) : null,
        Founded = wire.Founded is { Told: not null } founded ? new(founded.From, founded.To, founded.Told) : null,
        Standings =
        [
            .. (wire.Standings ?? [])
                .Select(s => s is { Name: { Length: > 0 } name } && Known<ConditionKind>(s.Kind) is { } kind ? new ToldStanding(kind, name, s.Held, Known<Acquisition>(s.Acquired), s.Year) { Words = s.Words ?? "" } : null)
                .OfType<ToldStanding>(),
        ],
        Sectors = [.. (wire.Sectors ?? []).OfType<string>()],
        Quantities =
        [
            .. (wire.Quantities ?? [])
                .Select(q => q is not null && Known<ProfileQuantity>(q.Of) is { } of ? new ToldQuantity(of, q.Year, q.Value, q.About, q.Words ?? "") { Earlier = q.Earlier, Pieces = [.. q.Pieces ?? []] } : null)
                .OfType<ToldQuantity>(),
        ],
        Declarations = [.. (wire.Declarations ?? []).OfType<string>()],
        Need = wire.Need,
    };

    // A number is no name, though the parser would take it for one.
    private static T? Known<T>(string? name)
        where T : struct, Enum => name is { Length: > 0 } && char.IsLetter(name[0]) && Enum.TryParse<T>(name, out var value) ? value : null;
}

internal sealed record WireProfile
{
    public WirePlace? Region { get; init; }

    public WireTime? Founded { get; init; }

    public WireStanding?[]? Standings { get; init; }

    public string?[]? Sectors { get; init; }

    public WireQuantity?[]? Quantities { get; init; }

    public string?[]? Declarations { get; init; }

    public string? Need { get; init; }
}

/// <param name="Within">The next larger region: several bear some names.</param>
internal sealed record WirePlace(string? Name, string? Within);

internal sealed record WireTime(DateOnly From, DateOnly To, string? Told);

internal sealed record WireStanding(string? Kind, string? Name, bool Held, string? Acquired, int? Year, string? Words);

internal sealed record WireQuantity(string? Of, int? Year, decimal Value, bool About, string? Words, decimal? Earlier, decimal[]? Pieces);

[JsonSerializable(typeof(WireProfile))]
internal sealed partial class ProfileWire : JsonSerializerContext
{
    public static ProfileWire Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it holds Chinese
    });
}
