namespace Bot.Answers.Generating;

/// <summary>A prompt file is missing or can't be used. The message names it, Chinese and English.</summary>
public sealed class PromptFormatException(string message, Exception? inner = null) : Exception(message, inner);
