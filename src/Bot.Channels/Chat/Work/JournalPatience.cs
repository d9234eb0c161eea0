using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Bot.Channels;

/// <summary>
/// Repeats a step that the journal can't take now (a full disk, a locked file) until it can: an event whose step was given up would wait
/// for the next start, and its chat would hear nothing.
/// </summary>
internal sealed partial class JournalPatience(TimeProvider time, ILogger<ChatWork> logger)
{
    private static readonly TimeSpan s_firstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(1);

    /// <param name="step">Does all or nothing.</param>
    /// <exception cref="Exception">It failed otherwise, or while the program ends.</exception>
    public async Task<T> UntilDoneAsync<T>(Func<Task<T>> step, CancellationToken cancellationToken)
    {
        for (var wait = s_firstWait; ; wait = wait * 2 < s_longestWait ? wait * 2 : s_longestWait)
        {
            try
            {
                return await step();
            }
            catch (Exception e) when (e is DbException or IOException && !cancellationToken.IsCancellationRequested)
            {
                Log.Failed(logger, e, wait);
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }

    public Task UntilDoneAsync(Func<Task> step, CancellationToken cancellationToken) => UntilDoneAsync(
        async () =>
        {
            await step();
            return true;
        },
        cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The journal of chats can't be written; tried again in {Wait}")]
        public static partial void Failed(ILogger logger, Exception exception, TimeSpan wait);
    }
}
