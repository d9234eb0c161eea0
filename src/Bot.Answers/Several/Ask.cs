namespace Bot.Answers.Several;

/// <summary>One of the things that a message asks for.</summary>
/// <param name="Said">Its own words in the message, for naming it.</param>
/// <param name="Text">A question of its own: with the place and time that the message says before it.</param>
/// <param name="WithoutYear">The same without the time taken over from before; null when none was.</param>
internal sealed record Ask(string Said, string Text, string? WithoutYear);
