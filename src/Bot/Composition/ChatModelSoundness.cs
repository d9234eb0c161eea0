using Bot.Channels;
using Bot.Models;

namespace Bot.Composition;

/// <summary>Tells when the chat model fails; answers go on without it.</summary>
internal sealed class ChatModelSoundness(ModelHealth health) : ISoundness
{
    public string? Problem => health.Of(ModelKind.Chat)?.Failure is { } failure ? $"Model:Chat {failure}" : null;
}
