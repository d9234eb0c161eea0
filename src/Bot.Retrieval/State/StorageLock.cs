namespace Bot.Retrieval;

/// <summary>The right to write to a storage folder, which one process at a time has. An index in the folder takes it by itself.</summary>
public static class StorageLock
{
    /// <summary>Takes the right until the result is disposed; null when another process has it.</summary>
    /// <param name="folder">Made when it is not there.</param>
    public static IDisposable? TryTake(string folder) => new IndexFolder(folder).TryLock();
}
