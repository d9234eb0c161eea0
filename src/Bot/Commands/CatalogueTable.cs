using System.Collections.Immutable;
using System.Globalization;
using Bot.Retrieval;
using Spectre.Console;

namespace Bot.Commands;

/// <summary>The catalogue as a person reads it: one row per file, then problems and notes in full.</summary>
internal static class CatalogueTable
{
    public static void Write(ImmutableArray<ReportEntry> catalogue, BotConsole console)
    {
        var screen = console.CreateScreen();
        screen.Write(TableOf(catalogue, console.IsTerminal));
        foreach (var entry in catalogue.Where(e => e.Problem is not null))
            console.Out.WriteLine($"未读 {entry.File}：{entry.Problem}");
        foreach (var entry in catalogue)
        {
            foreach (var warning in entry.Warnings)
                console.Out.WriteLine($"提示 {entry.File}：{warning}");
        }
    }

    private static Table TableOf(ImmutableArray<ReportEntry> catalogue, bool isTerminal)
    {
        var table = new Table { Border = isTerminal ? TableBorder.Rounded : TableBorder.None };
        foreach (var name in (string[])["文件", "标题", "地区", "年份", "段落", "数字", "状态"])
            table.AddColumn(name);
        foreach (var entry in catalogue)
            table.AddRow([.. CellsOf(entry).Select(c => new Text(c))]);
        return table;
    }

    private static string[] CellsOf(ReportEntry entry) =>
    [
        entry.File,
        entry.Metadata?.Title ?? "—",
        entry.Metadata?.Region ?? "—",
        entry.Metadata is { CoveredYears: { IsEmpty: false } years } ? string.Join('、', years) : "—",
        entry.Paragraphs.ToString(CultureInfo.InvariantCulture),
        entry.Figures.ToString(CultureInfo.InvariantCulture),
        entry.IsSearchable ? "可检索" : "未读",
    ];
}
