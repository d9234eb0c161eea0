using System.Collections.Immutable;
using Bot.Answers.Understanding;

namespace Bot.Answers.Finding;

/// <summary>What was found for a question within its scope.</summary>
/// <param name="Sentences">
/// All sentences of the found paragraphs, newest report first and in reading order, with their match; not yet held
/// against years or status.
/// </param>
/// <param name="Terms">The question's terms with rarity in their weights; what is in no sentence weighs most.</param>
internal sealed record Evidence(ImmutableArray<EvidenceSentence> Sentences, ImmutableArray<TopicTerm> Terms);
