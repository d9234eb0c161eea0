namespace Bot.Channels.WeCom;

/// <summary>A message or a tap as the journal keeps it.</summary>
/// <param name="RequestId">What a reply through the connection names; null: it came by callback.</param>
internal sealed record AiBotEvent(string? RequestId, AiBotMessage Message);
