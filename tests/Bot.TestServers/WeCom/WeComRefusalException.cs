namespace Bot.TestServers;

/// <summary>Ends a call with a code of WeCom's.</summary>
internal sealed class WeComRefusalException(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
