namespace Bot.Answers.Matching;

/// <summary>Something that wasn't told and would settle a condition or a sum.</summary>
/// <param name="Name">Which standing or declaration, by its usual name; null for the other kinds.</param>
/// <param name="Quantity">Which number; null for the other kinds.</param>
/// <param name="Year">The year whose number is missing; null: the last one.</param>
public sealed record MissingFact(ProfileFact Fact, string? Name = null, ProfileQuantity? Quantity = null, int? Year = null)
{
    public static MissingFact Of(ProfileQuantity quantity, int? year = null) => new(ProfileFact.Quantity, null, quantity, year);
}
