using Bot.Channels;
using Bot.Models;

namespace Bot.Composition;

/// <summary>Tells when a model fails; answers go on without it.</summary>
internal sealed class ModelSoundness(ModelHealth health, ModelKind kind) : ISoundness
{
    public string? Problem => health.Of(kind)?.Failure is { } failure ? $"Model:{kind} {failure}" : null;
}
