using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Bot.Channels;

/// <summary>
/// Markup. Written as an interpolated string, its holes are encoded: whatever is not itself <see cref="Html"/> is text,
/// so a report cannot smuggle in a tag.
/// </summary>
internal readonly record struct Html(string Markup)
{
    public static Html Empty { get; } = new("");

    public static Html Of(Writer writer) => writer.Finish();

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Markup)));

    public override string ToString() => Markup;

    [InterpolatedStringHandler]
    public readonly ref struct Writer(int literalLength, int formattedCount)
    {
        // Chinese stays readable in the source; only what means something to HTML is encoded.
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

        private readonly StringBuilder _markup = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string markup) => _markup.Append(markup);

        public void AppendFormatted(Html markup) => _markup.Append(markup.Markup);

        public void AppendFormatted(int number) => _markup.Append(number);

        public void AppendFormatted(string? text) => _markup.Append(Encoder.Encode(text ?? ""));

        public Html Finish() => new(_markup.ToString());
    }
}
