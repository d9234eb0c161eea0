namespace Bot.TestServers;

/// <summary>A message that arrived.</summary>
/// <param name="To">The member; of a group webhook, its key; of a response_url, its last part.</param>
/// <param name="Type">text, markdown, ….</param>
public sealed record WeComMessage(string To, string Type, string Text);
