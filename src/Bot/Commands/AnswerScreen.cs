using Bot.Answers;
using Spectre.Console;

namespace Bot.Commands;

/// <summary>An answer as a person reads it in a terminal: the text, its tables, then a panel per citation.</summary>
internal static class AnswerScreen
{
    public static void Write(Answer answer, IAnsiConsole screen)
    {
        screen.WriteLine();
        foreach (var block in BlocksOf(answer.Text))
        {
            if (block[0].StartsWith('|'))
                screen.Write(TableOf(block));
            else
                screen.Write(new Text(string.Join('\n', block) + "\n"));
        }
        if (answer.Chart is { } chart)
            screen.Write(new Text(string.Join('\n', TextChart.Lines(chart)) + "\n\n"));
        foreach (var citation in answer.Citations)
        {
            screen.Write(new Panel(new Text(citation.Quote))
            {
                Header = new PanelHeader(Markup.Escape($" [{citation.Number}] {AnswerLines.Place(citation)} ")),
                Border = BoxBorder.Rounded,
                Expand = true,
            });
        }
    }

    /// <summary>Lines that belong together: those of a table, and those between tables.</summary>
    private static IEnumerable<List<string>> BlocksOf(string text)
    {
        List<string> block = [];
        foreach (var line in text.Split('\n'))
        {
            if (block.Count > 0 && block[0].StartsWith('|') != line.StartsWith('|'))
            {
                yield return block;
                block = [];
            }
            block.Add(line);
        }
        yield return block;
    }

    private static Table TableOf(List<string> lines)
    {
        var rows = lines.Select(CellsOf).Where(cells => !cells.All(IsRule)).ToList();
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var name in rows[0])
            table.AddColumn(new TableColumn(new Text(name)));
        foreach (var row in rows.Skip(1))
            table.AddRow(row.Take(rows[0].Length).Select(cell => new Text(cell)));
        return table;
    }

    private static string[] CellsOf(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    // The line under a table's head: |---|:--|.
    private static bool IsRule(string cell) => cell.Length > 0 && cell.All(c => c is '-' or ':');
}
