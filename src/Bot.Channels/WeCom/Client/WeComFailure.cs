namespace Bot.Channels.WeCom;

/// <summary>How a call to WeCom failed.</summary>
internal enum WeComFailure
{
    /// <summary>No connection: the call was certainly not carried out.</summary>
    Unreachable,

    /// <summary>The connection broke, the answer took too long or was none: the call may have been carried out.</summary>
    Uncertain,

    /// <summary>It says that it is busy.</summary>
    Busy,
    RateLimited,

    /// <summary>The corporation's id or the secret. Asking again and again has this machine's address shut out.</summary>
    WrongSecret,

    /// <summary>The access token, though it was just renewed.</summary>
    TokenRefused,

    /// <summary>This machine's address is not on the app's list.</summary>
    AddressNotTrusted,

    /// <summary>The app may not do this, or its number is another app's.</summary>
    NoPermission,

    /// <summary>There is no such member, or not for this app.</summary>
    RecipientUnknown,
    BadWebhook,

    /// <summary>The form or the size of the message.</summary>
    ContentRefused,
    Refused,
}
