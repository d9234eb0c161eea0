namespace Bot.Channels;

/// <summary>Compares places or years in words put one after the other.</summary>
internal sealed class CompareCommand : IChatCommand
{
    public string Name => "compare";

    public string Chinese => "比较：/compare 甲地 乙地 指标";

    public string English => "Compare: /compare place place indicator";

    public Task<CommandOutcome> RunAsync(ChatRequest request, string argument, CancellationToken cancellationToken)
    {
        var words = argument.Split([' ', '　', ',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2)
        {
            return CommandOutcome.Say(request.LanguageOf(argument).Say("请写出要比较的地区（或年份）和指标，例如：/compare 甲市 乙市 高新技术企业",
                "Name the places (or years) and the indicator, e.g. /compare CityA CityB high-tech enterprises"));
        }
        var question = request.LanguageOf(argument).Say(
            $"比较{string.Join("和", words[..^1])}的{words[^1]}",
            $"Compare {string.Join(", ", words)}");
        return Task.FromResult<CommandOutcome>(new CommandOutcome.Asked(question));
    }
}
