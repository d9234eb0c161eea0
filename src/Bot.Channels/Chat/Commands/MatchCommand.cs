namespace Bot.Channels;

/// <summary>Finds, by a few questions, the measures that apply to an enterprise.</summary>
/// <param name="hasButtons">False: choices are answered by their numbers.</param>
internal sealed class MatchCommand(bool hasButtons) : IChatCommand
{
    public const string CommandName = "match";

    public string Name => CommandName;

    public string Chinese => $"匹配措施：问几个问题（{(hasButtons ? "点按钮" : "回复序号")}或直接写），列出企业可能享受的支持；也可写 /match 我们是…";

    public string English => $"Match support measures to your enterprise by a few questions (answer by {(hasButtons ? "button" : "number")} or in words); or /match we are…";

    public Task<CommandOutcome> RunAsync(ChatRequest request, string argument, CancellationToken cancellationToken) =>
        Task.FromResult<CommandOutcome>(new CommandOutcome.Matching(argument));
}
