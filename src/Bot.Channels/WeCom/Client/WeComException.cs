namespace Bot.Channels.WeCom;

/// <summary>A call to WeCom failed. The message says what happened, Chinese first; no secret is in it.</summary>
internal sealed class WeComException(WeComFailure kind, string chinese, string english, Exception? inner = null)
    : Exception($"{chinese} / {english}", inner)
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    public WeComFailure Kind { get; } = kind;

    /// <summary>What it means for a message of the journal.</summary>
    public DeliveryException ToDelivery() => Kind switch
    {
        WeComFailure.Unreachable or WeComFailure.Busy => DeliveryException.NotNow(Message, inner: this),
        WeComFailure.Uncertain => DeliveryException.NotNow(Message, isUncertain: true, inner: this),
        WeComFailure.RateLimited => DeliveryException.NotNow(Message, s_minute * 2 / 3, inner: this), // ordinary: no cause for alarm
        WeComFailure.TokenRefused or WeComFailure.AddressNotTrusted => DeliveryException.NotNow(Message, s_minute, inner: this),
        WeComFailure.NoPermission => DeliveryException.NotNow(Message, s_minute * 5, inner: this),
        WeComFailure.WrongSecret => DeliveryException.NotNow(Message, AccessTokens.PauseAfterRefusal, inner: this),
        WeComFailure.RecipientUnknown or WeComFailure.BadWebhook => DeliveryException.Never(Message, chatIsGone: true, inner: this),
        _ => DeliveryException.Never(Message, inner: this),
    };
}
