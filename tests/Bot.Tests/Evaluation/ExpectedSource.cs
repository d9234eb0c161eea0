namespace Bot.Tests.Evaluation;

/// <summary>A paragraph that an answer should cite.</summary>
/// <param name="Document">Which of the documents; only told apart from others, never compared with a citation.</param>
/// <param name="Words">Stand in the cited paragraph or its section.</param>
internal sealed record ExpectedSource(string Document, string Words);
