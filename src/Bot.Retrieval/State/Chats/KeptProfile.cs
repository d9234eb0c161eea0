namespace Bot.Retrieval;

/// <summary>What a person wanted kept of their enterprise.</summary>
/// <param name="Profile">As it was given: this room doesn't read it.</param>
/// <param name="At">When it was kept last.</param>
public sealed record KeptProfile(string Profile, DateTimeOffset At);
