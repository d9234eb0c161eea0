namespace Bot.Channels.WeCom;

/// <summary>A callback that was found genuine and opened.</summary>
/// <param name="Message">What was inside: XML to an app, JSON to an AI bot; to the check of an address, what is to be sent back.</param>
/// <param name="Nonce">The caller's; a reply repeats it.</param>
internal sealed record Callback(string Message, string Signature, string Nonce);
