using Bot.Retrieval;

namespace Bot.Composition;

/// <summary>The index in Storage:Directory.</summary>
/// <param name="IsReadOnly">Another process writes to it: what that has stored can be searched, nothing can be changed.</param>
internal sealed record OpenedIndex(IReportIndex Index, bool IsReadOnly);
