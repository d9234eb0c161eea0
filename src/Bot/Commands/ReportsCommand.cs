using Bot.Retrieval;

namespace Bot.Commands;

/// <summary>Lists the reports and, where asked, what cleaning took out of each.</summary>
internal static class ReportsCommand
{
    public static async Task<int> ExecuteAsync(CommandSetup setup, bool showsRemoved, CancellationToken cancellationToken)
    {
        await using var parts = setup.Compose();
        await CommandSetup.RefreshAsync(parts, cancellationToken);

        var index = parts.GetRequiredService<IReportIndex>();
        CatalogueTable.Write(index.Catalogue, setup.Console);
        if (showsRemoved)
            await WriteRemovedAsync(index, setup.Console.Out, cancellationToken);
        return ExitCode.Success;
    }

    private static async Task WriteRemovedAsync(IReportIndex index, TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var entry in index.Catalogue)
        {
            if (await index.LoadAsync(entry.Id, cancellationToken) is not { } report)
                continue;
            output.WriteLine();
            output.WriteLine($"{entry.File} 去掉 {report.Removed.Length} 处：");
            foreach (var removed in report.Removed)
                output.WriteLine($"  第{removed.Line}行（{removed.Reason}）：{removed.Text}");
        }
    }
}
