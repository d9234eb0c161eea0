using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Lets a chat hear of new reports, or no longer.</summary>
/// <param name="runs">Null: the platform doesn't tell.</param>
/// <param name="isOn">True: subscribes; false: ends it.</param>
internal sealed class SubscribeCommand(ChatDirectory directory, IReportIndex index, ChatAccess access, RunsGroup? runs, bool isOn) : IChatCommand
{
    public string Name => isOn ? "subscribe" : "unsubscribe";

    public string Chinese => isOn ? "订阅：有新报告时在此通知" : "退订新报告通知";

    public string English => isOn ? "Subscribe this chat to new reports" : "Unsubscribe from new reports";

    public async Task<CommandOutcome> RunAsync(ChatRequest request, string argument, CancellationToken cancellationToken)
    {
        var language = request.LanguageOf("");
        // In a channel only its administrators can post; alone with the bot everyone decides for themselves.
        if (request.Place.Kind is ChatKind.Group && !await MayAsync(request, cancellationToken))
            return CommandOutcome.Told(language.Say("群里的订阅由群管理员或机器人管理员设置。", "In groups an administrator of the group or of the bot does this."));
        // What is there already is no news.
        var known = index.Catalogue.Where(e => e.IsSearchable).Select(e => (e.Id.Value, e.ContentHash)).ToList();
        var changed = isOn
            ? await directory.SubscribeAsync(request.Place.Lane, known, cancellationToken)
            : await directory.UnsubscribeAsync(request.Place.Lane, cancellationToken);
        return CommandOutcome.Told((isOn, changed) switch
        {
            (true, true) => language.Say("已订阅：有新的或更新的报告时，在这里发摘要。退订发 /unsubscribe。", "Subscribed: new and changed reports are announced here. /unsubscribe ends it."),
            (true, false) => language.Say("这里已经订阅。", "This chat is subscribed already."),
            (false, true) => language.Say("已退订。", "Unsubscribed."),
            _ => language.Say("这里没有订阅。", "This chat is not subscribed."),
        });
    }

    private async Task<bool> MayAsync(ChatRequest request, CancellationToken cancellationToken) =>
        access.IsAdministrator(request.Person) || (runs is not null && await runs(request.Place, request.Person, cancellationToken));
}
