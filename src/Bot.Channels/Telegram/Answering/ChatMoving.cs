using Bot.Retrieval;
using Microsoft.Extensions.Logging;

namespace Bot.Channels.Telegram;

/// <summary>Follows a group to the new id that it gets as a supergroup.</summary>
internal sealed partial class ChatMoving(ChatJournal journal, ChatDirectory directory, ILogger<ChatMoving> logger)
{
    public async Task MoveAsync(long from, long to, CancellationToken cancellationToken)
    {
        await journal.MoveLanesAsync(TelegramNames.Of(from), TelegramNames.Of(to), cancellationToken);
        await directory.MoveAsync(TelegramNames.Of(from), TelegramNames.Of(to), cancellationToken);
        Log.Moved(logger);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A group became a supergroup; its subscription and waiting messages go with it")]
        public static partial void Moved(ILogger logger);
    }
}
