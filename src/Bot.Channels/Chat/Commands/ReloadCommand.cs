namespace Bot.Channels;

/// <summary>Has the folder of the reports looked at now.</summary>
internal sealed class ReloadCommand(ICorpusReload reload) : IChatCommand
{
    public string Name => "reload";

    public string Chinese => "管理：立即重新查看报告文件夹";

    public string English => "Admin: look at the reports folder now";

    public bool IsForAdministrators => true;

    public Task<CommandOutcome> RunAsync(ChatRequest request, string argument, CancellationToken cancellationToken)
    {
        reload.Request();
        return CommandOutcome.Say("已开始查看报告文件夹，读完可用 /reports 核对 / Looking at the folder; /reports shows what was read");
    }
}
