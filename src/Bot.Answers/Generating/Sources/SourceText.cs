using System.Collections.Immutable;
using System.Text;
using Bot.Answers.Grounding;
using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>Writes sources as numbered paragraphs, within a limit.</summary>
internal static class SourceText
{
    /// <summary>As many as fit, in order; which ones they were.</summary>
    public static (string Text, ImmutableArray<Source> Shown) Write(ImmutableArray<Source> sources, int limit)
    {
        var text = new StringBuilder();
        var shown = ImmutableArray.CreateBuilder<Source>();
        foreach (var source in sources)
        {
            var entry = Entry(source);
            if (text.Length + entry.Length > limit)
                continue;
            text.Append(entry);
            shown.Add(source);
        }
        return (text.ToString().TrimEnd(), shown.ToImmutable());
    }

    private static string Entry(Source source)
    {
        var paragraph = source.Stored.Paragraph;
        var status = paragraph.Part switch
        {
            ReportPart.Summary => "结果",
            ReportPart.Plan => "计划",
            _ => "未注明",
        };
        var region = source.Metadata.Region is { } name ? $"；地区：{name}" : "";
        var section = paragraph.Section.IsEmpty ? "" : $"；章节：{paragraph.SectionPath}";
        return PersonalData.Mask($"[{source.Number}] 《{source.Metadata.Title}》{region}{section}；性质：{status}\n{paragraph.Text}\n\n");
    }
}
