using System.Text;

namespace Bot.Channels;

/// <summary>Tells how to ask, and every command.</summary>
/// <param name="commands">Asked for when it is needed: this one is among them.</param>
internal sealed class HelpCommand(Func<IReadOnlyList<IChatCommand>> commands, ChatAccess access) : IChatCommand
{
    public string Name => "help";

    public string Chinese => "用法";

    public string English => "How to use me";

    public Task<CommandOutcome> RunAsync(ChatRequest request, string argument, CancellationToken cancellationToken) =>
        CommandOutcome.Say(TextFor(request));

    public string TextFor(ChatRequest request)
    {
        var language = request.LanguageOf("");
        var text = new StringBuilder(language.Say("直接用文字提问，写明地区和年份最准，例如“某市2019年研发经费是多少”。可以接着追问（“那2020年的目标呢？”）。群里请 @我、回复我的消息，或用 /ask。\n\n",
            "Ask in words; naming the place and the year helps most. You can go on (“and the target for 2020?”). In groups mention me, reply to me, or use /ask.\n\n"));
        var shown = commands().Where(c => !c.IsForAdministrators || access.IsAdministrator(request.Person));
        foreach (var command in shown)
            text.Append('/').Append(command.Name).Append(" - ").Append(language.Say(command.Chinese, command.English)).Append('\n');
        return text.ToString().TrimEnd();
    }
}
