namespace Bot.Channels.Telegram;

/// <summary>Tells when Telegram can't be used; the other channels run on.</summary>
internal sealed class TelegramSoundness : ISoundness
{
    /// <summary>How long Telegram is left alone after it refused the token: a restart with another one mends that, sometimes time does.</summary>
    public static readonly TimeSpan RefusedTokenWait = TimeSpan.FromMinutes(5);

    private volatile string? _problem;
    private volatile ChatWork? _work;

    public string? Problem => (_problem ?? _work?.SendingProblem) is { } problem ? $"Telegram: {problem}" : null;

    /// <summary>Whether updates can be had.</summary>
    public void Note(TelegramException? failure) => _problem = failure?.Message;

    /// <summary>Whether messages can be sent.</summary>
    public void Watch(ChatWork work) => _work = work;
}
