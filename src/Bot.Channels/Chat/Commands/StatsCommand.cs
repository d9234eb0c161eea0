using System.Globalization;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Tells how much is asked and answered, and how it is liked.</summary>
internal sealed class StatsCommand(FeedbackStore store, ChatJournal journal, ChatDirectory directory, IReportIndex index) : IChatCommand
{
    public string Name => "stats";

    public string Chinese => "管理：统计";

    public string English => "Admin: statistics";

    public bool IsForAdministrators => true;

    public async Task<CommandOutcome> RunAsync(ChatRequest request, string argument, CancellationToken cancellationToken)
    {
        var counts = await store.CountsAsync(cancellationToken);
        // The command itself is still open.
        var waiting = (await journal.OpenEventsAsync(cancellationToken)).Count - 1;
        var unsent = (await journal.OpenRepliesAsync(cancellationToken)).Count;
        var subscribed = (await directory.SubscriptionsAsync(cancellationToken)).Count;
        var (readable, failed) = (index.Catalogue.Count(e => e.IsSearchable), index.Catalogue.Count(e => !e.IsSearchable));
        return CommandOutcome.Told(string.Create(CultureInfo.InvariantCulture, $"""
            统计 / Statistics

            - 报告 / reports：{readable}，未能读取 / failed：{failed}
            - 已回答 / answered：{counts.Answered}，未能回答 / refused：{counts.Refused}
            - 👍 {counts.Up}，👎 {counts.Down}
            - 待回答 / waiting：{waiting}，待发送 / unsent：{unsent}
            - 订阅 / subscriptions：{subscribed}
            """));
    }
}
