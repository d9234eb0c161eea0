namespace Bot.Retrieval;

/// <summary>Qdrant could not do what it was asked. The message says what happened and what to do, Chinese first; the key is never in it.</summary>
public sealed class QdrantException : IndexUnavailableException
{
    internal QdrantException(QdrantFailureKind kind, string chinese, string english, Exception? inner = null)
        : base($"{chinese} / {english}", inner) => Kind = kind;

    public QdrantFailureKind Kind { get; }
}
