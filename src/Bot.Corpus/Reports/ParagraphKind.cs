namespace Bot.Corpus;

public enum ParagraphKind
{
    Body,

    /// <summary>The report's own title.</summary>
    Title,

    /// <summary>A heading standing alone; the paragraphs below it carry it in their section path.</summary>
    Heading,

    /// <summary>A line of the page's head or foot that says who issued the report, and when (发布日期：2020-02-06).</summary>
    Metadata,

    /// <summary>A row of a table, cells joined by " | "; the header row's cells are repeated before each value (市区：绍兴 | 高企：416).</summary>
    TableRow,
}
