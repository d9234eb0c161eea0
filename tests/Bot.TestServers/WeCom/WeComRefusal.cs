namespace Bot.TestServers;

/// <summary>What a call is refused with.</summary>
public sealed record WeComRefusal(int Code, string Message);
