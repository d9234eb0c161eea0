using Bot.Answers;

namespace Bot.Commands;

/// <summary>An answer as plain text: for files and pipes.</summary>
internal static class AnswerLines
{
    public static void Write(Answer answer, TextWriter output)
    {
        output.WriteLine(answer.Text);
        foreach (var citation in answer.Citations)
        {
            output.WriteLine();
            output.WriteLine($"[{citation.Number}] {Place(citation)}");
            output.WriteLine($"    {citation.Quote}");
        }
    }

    /// <summary>Title › section › 第N段; the section is left out before the first heading.</summary>
    public static string Place(Citation citation) =>
        string.Join(" › ", ((string[])[citation.Title, citation.Section, $"第{citation.Paragraph}段"]).Where(p => p.Length > 0));
}
