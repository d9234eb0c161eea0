namespace Bot.Answers.Generating;

/// <summary>One message of a prompt; <paramref name="Text"/> may hold variables.</summary>
/// <param name="Role">system, user, assistant.</param>
internal sealed record PromptMessage(string Role, string Text);
