namespace Bot.Channels.WeCom;

/// <summary>Tells when a part of WeCom can't be used; the rest of the bot runs on. Thread safe.</summary>
/// <param name="part">What it is called: WeCom:App.</param>
internal sealed class WeComSoundness(string part) : ISoundness
{
    private volatile string? _problem;
    private volatile ChatWork? _work;

    public string? Problem => (_problem ?? _work?.SendingProblem) is { } problem ? $"{part}: {problem}" : null;

    /// <param name="problem">Without secrets; null: it is sound again.</param>
    public void Note(string? problem) => _problem = problem;

    /// <summary>Whether messages can be sent.</summary>
    public void Watch(ChatWork work) => _work = work;
}
