namespace Bot.Retrieval;

/// <summary>
/// The index can't be reached, or can't do its work, for now: nothing is wrong with what was asked. The message says why and how to mend
/// that, Chinese first, without secrets.
/// </summary>
public abstract class IndexUnavailableException(string message, Exception? inner) : Exception(message, inner);
