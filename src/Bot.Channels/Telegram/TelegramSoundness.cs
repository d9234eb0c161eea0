namespace Bot.Channels.Telegram;

/// <summary>Tells when Telegram can't be used; the other channels run on.</summary>
internal sealed class TelegramSoundness : ISoundness
{
    private volatile string? _problem;

    public string? Problem => _problem is { } problem ? $"Telegram: {problem}" : null;

    public void Note(TelegramException? failure) => _problem = failure?.Message;
}
