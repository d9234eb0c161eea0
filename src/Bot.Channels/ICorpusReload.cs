namespace Bot.Channels;

/// <summary>Has the folder of the reports looked at without waiting for a change. The host gives one.</summary>
public interface ICorpusReload
{
    /// <summary>Returns at once; the reading goes on by itself. Asked several times before it begins: once.</summary>
    void Request();
}
