namespace Bot.Channels;

/// <summary>Asks: for groups where the bot reads commands only.</summary>
internal sealed class AskCommand : IChatCommand
{
    public string Name => "ask";

    public string Chinese => "提问：/ask 问题";

    public string English => "Ask: /ask your question";

    public Task<CommandOutcome> RunAsync(ChatRequest request, string argument, CancellationToken cancellationToken) => argument.Length > 0
        ? Task.FromResult<CommandOutcome>(new CommandOutcome.Asked(argument))
        : CommandOutcome.Say(request.LanguageOf("").Say("请把问题写在命令后面，例如：/ask 2019年研发经费是多少？",
            "Put the question after the command, e.g. /ask How much was spent on R&D in 2019?"));
}
