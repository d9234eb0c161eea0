using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Reading;

/// <summary>What one look at the corpus folder found.</summary>
/// <param name="Files">Ordered by <see cref="FileLook.File"/>.</param>
/// <param name="ClosedFolders">
/// Sub-folders that could not be listed, as paths below the folder: what is in them is unknown, so it must not be taken for deleted.
/// </param>
/// <param name="SourcesProblem">What is wrong with sources.json, told by the first look that finds it so; null otherwise.</param>
internal sealed record FolderLook(
    ImmutableArray<FileLook> Files, ImmutableArray<string> ClosedFolders, ReadOutcome.Failure? SourcesProblem = null);
