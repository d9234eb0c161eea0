using Microsoft.AspNetCore.Http;

namespace Bot.TestServers;

/// <summary>Errors as the API words them: {"error":{"message","type","param","code"}}.</summary>
internal static class ErrorReply
{
    public static Task WriteAsync(HttpContext context, int status, string message, string? code)
    {
        context.Response.StatusCode = status;
        var error = new { message, type = "invalid_request_error", param = (string?)null, code };
        return context.Response.WriteAsJsonAsync(new { error }, context.RequestAborted);
    }
}
