using System.Globalization;
using System.Text;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Lists the questions that found nothing: what reports, or words, are missing.</summary>
internal sealed class GapsCommand(FeedbackStore store) : IChatCommand
{
    private const int Most = 20;

    public string Name => "gaps";

    public string Chinese => "管理：没有答上来的问题";

    public string English => "Admin: questions that found nothing";

    public bool IsForAdministrators => true;

    public async Task<CommandOutcome> RunAsync(ChatRequest request, string argument, CancellationToken cancellationToken)
    {
        var gaps = await store.GapsAsync(Most, cancellationToken);
        if (gaps.Count == 0)
            return CommandOutcome.Told("目前没有未能回答的问题 / None");
        var text = new StringBuilder("未能回答的问题（次数、最近日期） / Unanswered\n\n");
        foreach (var gap in gaps)
            text.Append(CultureInfo.InvariantCulture, $"- {Shortened(gap.Question)}（{gap.Times}，{gap.LastAt:yyyy-MM-dd}）\n");
        return CommandOutcome.Told(text.ToString().TrimEnd());
    }

    private static string Shortened(string question)
    {
        var line = question.ReplaceLineEndings(" ");
        return line.Length <= 80 ? line : line[..(char.IsHighSurrogate(line[78]) ? 78 : 79)] + "…";
    }
}
