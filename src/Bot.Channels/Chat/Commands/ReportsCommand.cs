using System.Globalization;
using System.Text;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Lists the reports.</summary>
internal sealed class ReportsCommand(IReportIndex index) : IChatCommand
{
    // More would fill the chat: the page has them all.
    private const int Most = 40;

    public string Name => "reports";

    public string Chinese => "报告清单";

    public string English => "List of reports";

    public Task<CommandOutcome> RunAsync(ChatRequest request, string argument, CancellationToken cancellationToken)
    {
        var language = request.LanguageOf(argument);
        var found = index.Catalogue
            .Where(e => e.Metadata is not null && (argument.Length == 0 || NameOf(e).Contains(argument, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        if (found.Count == 0)
        {
            return CommandOutcome.Say(argument.Length == 0
                ? language.Say("还没有可以检索的报告。", "There are no reports yet.")
                : language.Say($"没有名称含“{argument}”的报告。", $"No report is called anything like “{argument}”."));
        }
        var text = new StringBuilder(language.Say($"共 {found.Count} 份报告：\n\n", $"{found.Count} reports:\n\n"));
        foreach (var entry in found.Take(Most))
            text.Append(CultureInfo.InvariantCulture, $"- {NameOf(entry)}{Years(entry, language)}\n");
        if (found.Count > Most)
            text.Append(language.Say($"\n其余 {found.Count - Most} 份请加关键字查找，例如 /reports 绍兴", $"\n{found.Count - Most} more: add a word, e.g. /reports plan"));
        var failed = index.Catalogue.Count(e => !e.IsSearchable);
        if (failed > 0)
            text.Append(language.Say($"\n另有 {failed} 个文件未能读取。", $"\n{failed} files could not be read."));
        return CommandOutcome.Say(text.ToString().TrimEnd());
    }

    private static string NameOf(ReportEntry entry) => entry.Metadata!.Region is { } region && !entry.Metadata.Title.Contains(region, StringComparison.Ordinal)
        ? $"{region}：{entry.Metadata.Title}"
        : entry.Metadata!.Title; // asked only of those that have some

    private static string Years(ReportEntry entry, ChatLanguage language) => entry.Metadata!.CoveredYears is { IsEmpty: false } years
        ? language.Say($"（{string.Join('、', years.Select(Text))}年）", $" ({string.Join(", ", years.Select(Text))})")
        : "";

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
