namespace Bot.Configuration;

/// <summary>The program can't start as it is configured; the message tells a person what to change. Chinese and English.</summary>
internal sealed class ConfigurationException(string message, Exception? inner = null) : Exception(message, inner);
