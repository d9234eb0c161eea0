namespace Bot.Corpus;

/// <summary>Text that cleaning took out of a report: page chrome, contact lines, a body printed twice.</summary>
/// <param name="Line">Line number in the decoded file, from 1.</param>
/// <param name="Reason">Why, in Chinese, for the person who runs <c>reports --removed</c>.</param>
public sealed record RemovedText(int Line, string Text, string Reason);
