namespace Bot.Channels;

/// <summary>A button under one of the bot's own messages.</summary>
/// <param name="Label">What it says.</param>
internal sealed record ChatButton(string Label, ButtonPress Press);
