namespace Bot.Channels.Telegram;

/// <summary>A file that is sent along.</summary>
/// <param name="Field">The request's field that takes it: photo.</param>
/// <param name="Name">Letters, digits, dot, dash and underscore of ASCII only: others come out garbled.</param>
internal sealed record InputFile(string Field, string Name, string MediaType, ReadOnlyMemory<byte> Content);
