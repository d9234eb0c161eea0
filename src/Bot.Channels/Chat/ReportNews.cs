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
        var messages = new List<OpenReply>();
        // After a start nearly everything is known everywhere: only what is news to some chat is worth making a digest of.
        var due = new List<(string Chat, ReportEntry Report, bool IsChanged)>();
        var subscribed = await directory.SubscriptionsAsync(cancellationToken);
        foreach (var chat in subscribed)
        {
            var known = await journal.AnnouncedAsync(chat, cancellationToken);
            due.AddRange(news
                .Where(e => !known.Contains((e.Id.Value, e.ContentHash)))
                .Select(e => (chat, e, known.Any(k => k.Report == e.Id.Value))));
        }
        foreach (var chats in due.GroupBy(d => (d.Report, d.IsChanged), d => d.Chat))
        {
            var (report, digest) = (chats.Key.Report, await _digest.OfAsync(chats.Key.Report, chats.Key.IsChanged, cancellationToken));
            foreach (var chat in chats)
                messages.AddRange(await journal.AnnounceAsync(chat, report.Id.Value, report.ContentHash, write(digest, chat), cancellationToken));
        }
        // The journal knows what was announced; this only spares asking it again. A chat that moved meanwhile has to be looked at again.
        if (subscribed.SequenceEqual(await directory.SubscriptionsAsync(cancellationToken)))
            _done.UnionWith(news.Select(e => (e.Id.Value, e.ContentHash)));
        return messages;
    }
}
