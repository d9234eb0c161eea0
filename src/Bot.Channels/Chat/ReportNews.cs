using Bot.Retrieval;
using Bot.Answers;

namespace Bot.Channels;

/// <summary>Announces reports that were read, or read anew because they changed, to the chats that subscribed: once per version.</summary>
/// <param name="write">The announcement as messages to a lane.</param>
internal sealed class ReportNews(
    IReportIndex index, ChatJournal journal, ChatDirectory directory, Func<Answer.Answered, string, IReadOnlyList<ChatReply>> write)
{
    private readonly ReportDigest _digest = new(index);
    private readonly HashSet<(string Report, string Version)> _done = [];

    /// <summary>The messages that are due now, noted in the journal.</summary>
    public async Task<IReadOnlyList<OpenReply>> AnnounceAsync(CancellationToken cancellationToken)
    {
        var news = index.Catalogue.Where(e => e.IsSearchable && !_done.Contains((e.Id.Value, e.ContentHash))).ToList();
        if (news.Count == 0)
            return [];
        var subscriptions = await directory.SubscriptionsAsync(cancellationToken);
        var messages = new List<OpenReply>();
        foreach (var entry in news)
        {
            if (subscriptions.Count > 0)
            {
                var digest = await _digest.OfAsync(entry, cancellationToken);
                foreach (var subscription in subscriptions)
                {
                    messages.AddRange(await journal.AnnounceAsync(
                        subscription.Chat, entry.Id.Value, entry.ContentHash, write(digest, subscription.Chat), cancellationToken));
                }
            }
            // The journal knows what was announced; this only spares asking it again.
            _done.Add((entry.Id.Value, entry.ContentHash));
        }
        return messages;
    }
}
