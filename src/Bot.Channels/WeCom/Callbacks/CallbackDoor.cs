using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Bot.Channels.WeCom;

/// <summary>
/// Lets genuine callbacks in, to an app and to an AI bot alike. Everything else hears an empty 400, whatever is wrong with it; the log
/// has one line that says what, and nothing of what was sent.
/// </summary>
/// <param name="window">How far the time of a callback may lie from now.</param>
internal sealed partial class CallbackDoor(
    CallbackCipher cipher, CallbackEnvelope envelope, TimeSpan window, TimeProvider time, ILogger<CallbackDoor> logger)
{
    /// <summary>In bytes; the longest message with its quotation takes a tenth.</summary>
    public const int LongestBody = 256 * 1024;

    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReplayGuard _guard = new(window * 2, time);

    /// <summary>Opens the check of the address (GET): its message is what is to be sent back, bare.</summary>
    /// <returns>Null: it was refused, and that has been answered.</returns>
    public Callback? OpenCheck(HttpContext context)
    {
        var flaw = Check(context, out var query);
        if (flaw is null && CallbackQuery.One(context.Request.Query, "echostr") is { } encrypted)
            return Open(context, query!, encrypted); // there, as it has no flaw
        Refuse(context, flaw ?? CallbackFlaw.Query);
        return null;
    }

    /// <summary>Opens a message or an event (POST).</summary>
    /// <returns>Null: it was refused, and that has been answered.</returns>
    public async Task<Callback?> OpenAsync(HttpContext context)
    {
        var flaw = Check(context, out var query) ?? CheckContentType(context.Request);
        if (flaw is null)
        {
            var (body, fault) = await ReadAsync(context);
            if (fault is null && envelope.Read(body) is { } encrypted)
                return Open(context, query!, encrypted); // there, as it has no flaw
            flaw = fault ?? CallbackFlaw.Envelope;
        }
        Refuse(context, flaw.Value);
        return null;
    }

    /// <summary>Notes that a callback was dealt with: it is refused when it comes again.</summary>
    public void Accept(Callback callback) => _guard.Note(callback.Signature);

    /// <summary>Answers with an empty 400, for what turns out to be wrong later.</summary>
    public void Refuse(HttpContext context, CallbackFlaw flaw)
    {
        Log.Refused(logger, context.Request.Path.Value ?? "", flaw);
        AnswerEmpty(context, StatusCodes.Status400BadRequest);
    }

    /// <summary>Answers with a status alone, not with the words that the web channel puts to it.</summary>
    public static void AnswerEmpty(HttpContext context, int status)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } words)
            words.Enabled = false;
        context.Response.StatusCode = status;
    }

    private CallbackFlaw? Check(HttpContext context, out CallbackQuery? query)
    {
        query = CallbackQuery.Read(context.Request.Query);
        if (query is null)
            return CallbackFlaw.Query;
        return (time.GetUtcNow() - query.At).Duration() > window ? CallbackFlaw.Stale : null;
    }

    private Callback? Open(HttpContext context, CallbackQuery query, string encrypted)
    {
        var message = "";
        var flaw = !cipher.IsSigned(query.Signature, query.Timestamp, query.Nonce, encrypted) ? CallbackFlaw.Signature
            : _guard.IsKnown(query.Signature) ? CallbackFlaw.Replay
            : cipher.TryOpen(encrypted, out message);
        if (flaw is null)
            return new Callback(message, query.Signature, query.Nonce);
        Refuse(context, flaw.Value);
        return null;
    }

    // None at all is passed over: no document of the platform's promises one.
    private CallbackFlaw? CheckContentType(HttpRequest request)
    {
        if (string.IsNullOrEmpty(request.ContentType))
            return null;
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
#pragma warning disable CA1308 // media types are compared in lower case everywhere
            && envelope.Takes(type.MediaType.ToString().ToLowerInvariant())
#pragma warning restore CA1308
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            ? null
            : CallbackFlaw.ContentType;
    }

    private static async Task<(string Body, CallbackFlaw? Flaw)> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LongestBody)
            return ("", CallbackFlaw.TooLarge);
        try
        {
            using var body = new MemoryStream();
            var piece = new byte[16 * 1024];
            for (int read; (read = await context.Request.Body.ReadAsync(piece, context.RequestAborted)) > 0;)
            {
                if (body.Length + read > LongestBody)
                    return ("", CallbackFlaw.TooLarge);
                body.Write(piece, 0, read);
            }
            return (s_strictUtf8.GetString(body.GetBuffer(), 0, (int)body.Length), null);
        }
        catch (Exception e) when (e is BadHttpRequestException or DecoderFallbackException)
        {
            return ("", CallbackFlaw.Envelope);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A call of {Path} was refused: {Flaw}")]
        public static partial void Refused(ILogger logger, string path, CallbackFlaw flaw);
    }
}
