namespace Bot.Channels.WeCom;

/// <summary>What WeCom says of an order.</summary>
internal static class SocketCode
{
    public const int Busy = -1;
    public const int TooOften = 45009;
    public const int TooOftenThere = 846607;

    /// <summary>The question can't, or can no longer, be replied to.</summary>
    public const int RequestGone = 846605;

    /// <summary>Six minutes are over.</summary>
    public const int StreamGone = 846608;
}
