using System.Collections.Immutable;
using System.Text;

namespace Bot.Channels.WeCom;

/// <summary>
/// What a tap brings back. A card is rebuilt from it alone: WeCom tells neither the card nor the button's label, and what is kept
/// nowhere can't be lost.
/// </summary>
/// <param name="Press">What is asked for.</param>
/// <param name="Label">The question of a follow-up; else empty.</param>
/// <param name="Siblings">All paragraphs that the card opens, the tapped one too; empty for a follow-up.</param>
internal sealed record CardKey(ButtonPress Press, string Label, ImmutableArray<CardKey.Paragraph> Siblings)
{
    /// <summary>In bytes.</summary>
    public const int MaximumLength = 1024;

    private const char Gap = ' ';

    /// <param name="Markers">[1] or [1][3].</param>
    internal readonly record struct Paragraph(string Markers, ButtonPress.OpenParagraph Press);

    public static CardKey Asking(int index, string question) => new(new ButtonPress.FollowUp(index), question, []);

    public static CardKey Opening(ButtonPress.OpenParagraph press, ImmutableArray<Paragraph> siblings) => new(press, "", siblings);

    /// <summary>It can be a button's key.</summary>
    public bool Fits => Encoding.UTF8.GetByteCount(ToString()) <= MaximumLength;

    /// <returns>Null: no key of ours.</returns>
    public static CardKey? Parse(string? key)
    {
        var parts = (key ?? "").Split(Gap, 2);
        return ButtonPress.Parse(parts[0]) switch
        {
            ButtonPress.FollowUp ask when parts.Length == 2 => new CardKey(ask, parts[1], []),
            ButtonPress.OpenParagraph open => new CardKey(open, "", parts.Length == 2 ? SiblingsOf(parts[1]) : []),
            _ => null,
        };
    }

    public override string ToString() => Siblings.IsEmpty
        ? $"{Press}{Gap}{Label}"
        : $"{Press}{Gap}{string.Join(Gap, Siblings.Select(s => $"{s.Markers}{s.Press}"))}";

    private static ImmutableArray<Paragraph> SiblingsOf(string text) =>
    [
        .. text.Split(Gap).Select(part => (End: part.LastIndexOf(']') + 1, Part: part))
            .Select(s => (Markers: s.Part[..s.End], Press: ButtonPress.Parse(s.Part[s.End..]) as ButtonPress.OpenParagraph))
            .Where(s => s.Press is not null)
            .Select(s => new Paragraph(s.Markers, s.Press!)), // looked at just before
    ];
}
