namespace Bot.TestServers;

/// <summary>Where the loopback servers listen: this machine only, on a port that the system chooses.</summary>
public static class LoopbackAddress
{
    public const string Any = "http://127.0.0.1:0";
}
