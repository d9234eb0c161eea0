using System.Collections.Immutable;

namespace Bot.Answers.Matching;

/// <summary>Something general that an enterprise may say of itself.</summary>
/// <param name="Asked">How conditions ask for it, folded.</param>
/// <param name="Told">How it is told, folded.</param>
/// <param name="Denied">How it is told not to be so, folded.</param>
internal sealed record DeclarationEntry(
    string Name, ImmutableArray<string> Asked, ImmutableArray<string> Told, ImmutableArray<string> Denied)
{
    /// <summary>The name under which a profile keeps that it is not so.</summary>
    public string Denial => EnterpriseProfile.Denied + Name;
}
