using System.Collections.Immutable;

namespace Bot.Corpus.Tests.Measures;

/// <summary>The measures of a document given as lines, structured as the program does it.</summary>
internal sealed class Register
{
    private Register(StructuredReport report)
    {
        Text = string.Join('\n', report.Paragraphs.Select(p => p.Text));
        Measures = MeasureReader.Read(report.Metadata, report.Paragraphs);
    }

    public string Text { get; }

    public ImmutableArray<Measure> Measures { get; }

    public Measure Only => Measures.ShouldHaveSingleItem();

    public static Register Of(string document) => new(Structure.Text.Structured(document));

    /// <summary>A document with tables, read as the program reads a Markdown file.</summary>
    public static async Task<Register> OfMarkdownAsync(string document) =>
        new(new ReportStructurer().Structure(await Read.TextAsync(document, "table.md"), null));

    /// <summary>One article of a policy that says nothing else.</summary>
    public static Register OfArticle(string article) => Of($"临州市促进科技创新若干政策\n第一条 为促进科技创新，制定本政策。\n第二条 {article}\n第三条 市科技局负责解释。");

    /// <summary>The amounts of the only measure: kind, value, unit.</summary>
    public IEnumerable<(AmountKind Kind, decimal Value, string Unit)> Amounts => Only.Amounts.Select(a => (a.Kind, a.Value, a.Unit));

    /// <summary>The conditions of the only measure: kind, how compared, value.</summary>
    public IEnumerable<(ConditionKind Kind, ConditionOperator Operator, decimal? Value)> Conditions => Only.Conditions.Select(c => (c.Kind, c.Operator, c.Value));

    public string Quote(TextSpan span) => span.Of(Text);
}
