using System.Collections.Immutable;

namespace Bot.Channels;

/// <summary>A dialogue about measures with one person in one chat.</summary>
/// <param name="Token">Names it on buttons.</param>
/// <param name="Step">Of its last message: buttons under earlier ones do nothing any more.</param>
/// <param name="Choices">Under the last message, in the order of its buttons.</param>
internal sealed record MatchTalk(string Token, int Step, ChatLanguage Language, MatchStage Stage, ImmutableArray<MatchChoice> Choices)
{
    public bool IsEnglish => Language is ChatLanguage.English;
}
