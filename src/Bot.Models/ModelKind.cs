namespace Bot.Models;

/// <summary>What a configured model is for.</summary>
public enum ModelKind
{
    Chat,
    Embedding,
}
