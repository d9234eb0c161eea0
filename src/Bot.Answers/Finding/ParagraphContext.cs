namespace Bot.Answers.Finding;

/// <summary>What the sentences of one paragraph share, folded for matching.</summary>
/// <param name="Text">The whole paragraph.</param>
/// <param name="Section">Its section path.</param>
/// <param name="Title">The title of its report.</param>
internal sealed record ParagraphContext(string Text, string Section, string Title);
