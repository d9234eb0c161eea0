using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>Bytes turned into text, with what a person should know of it (in Chinese).</summary>
internal sealed record DecodedText(string Text, ImmutableArray<string> Warnings);
