using System.Globalization;
using Bot.Corpus;

namespace Bot.Channels;

/// <summary>A cleaned report for reading: what it is, its table of contents, its paragraphs numbered.</summary>
/// <param name="Quote">Marked wherever it stands verbatim; null: nothing is marked.</param>
internal sealed record ReportPage(Report Report, string? Quote)
{
    private const int DeepestContentsLevel = 3;

    public Html Render() => Html.Of(
        $"""
        <main id="content" class="report">
        <header class="report-head">
        <p class="report-kind">政府科技工作报告 · 原文</p>
        <h1>{Report.Metadata.Title}</h1>
        <dl class="facts">{Html.Join(Facts())}</dl>
        {Warnings()}</header>
        <div class="report-columns">
        {Contents()}<article class="report-body" aria-label="正文">
        {Html.Join(Report.Paragraphs.Select(Paragraph))}</article>
        </div>
        <footer class="report-foot"><p>本页文字由原文件整理而成，段落编号供引用核对；如有出入，以发布机关公布的文本为准。</p></footer>
        </main>
        """);

    private IEnumerable<Html> Facts()
    {
        var metadata = Report.Metadata;
        (string Name, string? Value)[] facts =
        [
            ("地区", metadata.Region),
            ("发布机构", metadata.Issuer),
            ("涉及年份", metadata.CoveredYears is { IsEmpty: false } years ? string.Join('、', years) : null),
            ("发布日期", metadata.PublicationDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("文号", metadata.DocumentNumber),
            ("索引号", metadata.IndexNumber),
            ("段落", Report.Paragraphs.Length.ToString(CultureInfo.InvariantCulture)),
        ];
        foreach (var (name, value) in facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)))
            yield return Html.Of($"<div><dt>{name}</dt><dd>{value}</dd></div>");

        yield return Html.Of(
            $"<div><dt>数字</dt><dd><a href=\"../figures?report={Uri.EscapeDataString(Report.Id.Value)}\">{Report.Figures.Length} 个，见台账</a></dd></div>");

        if (!Report.Measures.IsEmpty)
        {
            yield return Html.Of(
                $"<div><dt>措施</dt><dd><a href=\"../measures?report={Uri.EscapeDataString(Report.Id.Value)}\">{Report.Measures.Length} 项，见措施库</a></dd></div>");
        }

        // sources.json is written by people: an address that is no web address must not become a link.
        if (metadata.Address is { IsAbsoluteUri: true, Scheme: "http" or "https" } address)
            yield return Html.Of($"<div><dt>原网页</dt><dd><a href=\"{address.AbsoluteUri}\" rel=\"noreferrer\">{address.Host}</a></dd></div>");
    }

    private Html Warnings() => Report.Warnings.IsEmpty
        ? Html.Empty
        : Html.Of($"<ul class=\"warnings\">{Html.Join(Report.Warnings.Select(warning => Html.Of($"<li>{warning}</li>")))}</ul>\n");

    private Html Contents()
    {
        Paragraph[] headings =
        [
            .. Report.Paragraphs.Where(paragraph =>
                paragraph.Kind == ParagraphKind.Heading && paragraph.Section.Length < DeepestContentsLevel),
        ];
        return headings.Length == 0
            ? Html.Empty
            : Html.Of(
                $"""
                <nav class="contents" aria-label="目录"><details open><summary>目录</summary><ol>
                {Html.Join(headings.Select(ContentsLine))}</ol></details></nav>

                """);
    }

    private static Html ContentsLine(Paragraph heading) =>
        Html.Of($"<li class=\"level-{heading.Section.Length + 1}\"><a href=\"#p{heading.Number}\">{heading.Text}</a></li>\n");

    private Html Paragraph(Paragraph paragraph) => Html.Of(
        $"<div class=\"paragraph {ClassOf(paragraph.Kind)}\" id=\"p{paragraph.Number}\">" +
        $"<a class=\"number\" href=\"#p{paragraph.Number}\" aria-label=\"第{paragraph.Number}段的链接\">{paragraph.Number}</a>" +
        $"{Element(paragraph)}</div>\n");

    private static string ClassOf(ParagraphKind kind) => kind switch
    {
        ParagraphKind.Title => "is-title",
        ParagraphKind.Heading => "is-heading",
        ParagraphKind.Metadata => "is-metadata",
        ParagraphKind.TableRow => "is-row",
        _ => "is-body",
    };

    private Html Element(Paragraph paragraph) => (paragraph.Kind, paragraph.Section.Length) switch
    {
        (ParagraphKind.Heading, 0) => Html.Of($"<h2>{Marked(paragraph.Text)}</h2>"),
        (ParagraphKind.Heading, 1) => Html.Of($"<h3>{Marked(paragraph.Text)}</h3>"),
        (ParagraphKind.Heading, _) => Html.Of($"<h4>{Marked(paragraph.Text)}</h4>"),
        _ => Html.Of($"<p>{Marked(paragraph.Text)}</p>"),
    };

    private Html Marked(string text)
    {
        int start = Quote is null ? -1 : text.IndexOf(Quote, StringComparison.Ordinal);
        return start < 0 || Quote is null
            ? Html.Of($"{text}")
            : Html.Of($"{text[..start]}<mark>{Quote}</mark>{text[(start + Quote.Length)..]}");
    }
}
