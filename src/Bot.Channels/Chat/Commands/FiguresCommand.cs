namespace Bot.Channels;

/// <summary>Looks figures up in the ledger.</summary>
internal sealed class FiguresCommand(FigureLookup lookup) : IChatCommand
{
    private const int Most = 12;

    public string Name => "figures";

    public string Chinese => "查数字：/figures 地区 年份 指标";

    public string English => "Look figures up: /figures place year indicator";

    public async Task<CommandOutcome> RunAsync(ChatRequest request, string argument, CancellationToken cancellationToken)
    {
        var language = request.LanguageOf(argument);
        if (argument.Length == 0)
        {
            return CommandOutcome.Told(language.Say("请写地区、年份或指标，例如：/figures 某市 2019 研发费用", "Give a place, a year or an indicator, e.g. /figures CityA 2019 研发费用"));
        }
        var page = await lookup.FindAsync(argument, 0, Most, cancellationToken);
        if (page.Total == 0)
            return CommandOutcome.Told(language.Say($"台账里没有符合“{argument}”的数字。", $"The ledger holds no figure for “{argument}”."));
        var lead = language.Say("报告中的数字：", "Figures in the reports:");
        // The count is the bot's own, not a report's: it is told after the figures, without a marker.
        var tail = page.Total > Most ? language.Say("还有更多，请加上年份或指标缩小范围。", "There are more: add a year or an indicator.") : "";
        return new CommandOutcome.Said(new ChatOutput.Answered(FigureLine.ToAnswer(lead, page.Figures, tail), IsRemembered: false));
    }
}
