using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>A report's text with a plain twin of the same length, over which the forms of policy language are matched.</summary>
internal sealed class PolicyText
{
    public PolicyText(ReportMetadata metadata, ImmutableArray<Paragraph> paragraphs)
    {
        Metadata = metadata;
        Paragraphs = paragraphs;
        Text = string.Join('\n', paragraphs.Select(p => p.Text));
        Plain = PlainOf(Text);
    }

    public ReportMetadata Metadata { get; }

    public ImmutableArray<Paragraph> Paragraphs { get; }

    public string Text { get; }

    /// <summary>As <see cref="Text"/>, with full-width signs and kinds of dash made one (the long one: it is no minus); positions are the same.</summary>
    public string Plain { get; }

    public string PlainOf(TextSpan span) => span.Of(Plain);

    public Wording Words(TextSpan span) => new(span.Of(Text), span);

    /// <summary>The span without white space, marks and stops around it.</summary>
    public TextSpan Trim(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && IsEdge(Plain[start]))
            start++;
        while (end > start && (IsEdge(Plain[end - 1]) || Plain[end - 1] == '('))
            end--;
        return new(start, end);
    }

    public static string PlainOf(string text) =>
        string.Create(text.Length, HalfWidth.Of(text), static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = PlainOf(source[i]);
        });

    private static char PlainOf(char c) => c switch
    {
        '，' => ',',
        '；' => ';',
        '：' => ':',
        '（' or '〔' or '﹙' => '(',
        '）' or '〕' or '﹚' => ')',
        '-' or '–' or '~' or '～' or '―' or '－' or '─' => '—',
        '\u3000' or '\t' or '\u00a0' => ' ',
        _ => c,
    };

    private static bool IsEdge(char c) => char.IsWhiteSpace(c) || c is ',' or ';' or '。' or ':' or '、' or '|';
}
