using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>
/// A line made of "label: value" pairs, as pages print above and below a document, perhaps after some text of its own
/// (<paramref name="Before"/>: a title, a bare date).
/// </summary>
internal sealed partial record LabelledLine(string Before, ImmutableArray<LabelledPiece> Pieces)
{
    // Longer values are sentences or lists of the body that happen to open with such a word.
    private const int LongestValue = 60;

    /// <summary>Marks before the first label of a line: ※ 【 [ | and the like.</summary>
    [GeneratedRegex(@"^[\s※·•●■◆【\[（(|*#>—-]*$")]
    private static partial Regex Marks { get; }

    /// <summary>A day, perhaps with the time, before the first label: 2020-02-06 16:27 来源：….</summary>
    [GeneratedRegex(@"^[\s\[【]*(19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?(\s*\d{1,2}:\d{2}(:\d{2})?)?[\s|\]】]*$")]
    private static partial Regex BareDay { get; }

    /// <summary>The value of a date label, and nothing after it.</summary>
    [GeneratedRegex(@"^\s*[\[【]?(19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?(\s*\d{1,2}[:：]\d{2}([:：]\d{2})?)?[\]】]?")]
    private static partial Regex DayValue { get; }

    /// <summary>The value of counters and font switches: 123次, [大 中 小]; a year that opens a sentence is no count.</summary>
    [GeneratedRegex(@"^\s*[\[【(（]?\s*(\d{1,9}(?![\d年月./-])\s*(次|人次|人)?|([大中小](?=[\s|/\]】]|[大中小]|$)|默认|特大|超大|[\s|/])+)?\s*[\]】)）]?")]
    private static partial Regex SwitchValue { get; }

    /// <summary>The first half of a label that is not known whole: 技术 of 技术负责人.</summary>
    [GeneratedRegex(@"^[\s※·•【\[|]*[\u4e00-\u9fff]{1,4}$")]
    private static partial Regex HalfLabel { get; }

    /// <summary>Reads the line so, or returns null when it is not of that shape.</summary>
    public static LabelledLine? Read(string text)
    {
        if (PageVocabulary.Label.Match(text) is not { Success: true } first)
            return null;
        var before = text[..first.Index];
        var pieces = ReadPieces(text, first);
        if (!OpensHere(before) && !(pieces.Length > 1 && HalfLabel.IsMatch(before)))
            return null;
        if (pieces.Any(p => p.Value.Length > LongestValue || (p.Rest.Length == 0 && p.Value.Contains('。', StringComparison.Ordinal))))
            return null;
        return new(Marks.IsMatch(before) || HalfLabel.IsMatch(before) ? "" : before.Trim(), pieces);
    }

    /// <summary>True when <see cref="Before"/> is a day standing without a label.</summary>
    public bool OpensWithDay => Before.Length > 0 && BareDay.IsMatch(Before);

    // A label in mid-line counts after a gap or bar only, and never inside a sentence.
    private static bool OpensHere(string before) =>
        Marks.IsMatch(before) || BareDay.IsMatch(before)
        || (before[^1] is ' ' or '|' or '\t' or '\u3000' or '】' or ']' or '※' && before.AsSpan().IndexOfAny("。；") < 0);

    private static ImmutableArray<LabelledPiece> ReadPieces(string text, Match first)
    {
        var pieces = ImmutableArray.CreateBuilder<LabelledPiece>();
        for (var at = first; at.Success;)
        {
            var next = at.NextMatch();
            var end = next.Success ? next.Index : text.Length;
            pieces.Add(ReadPiece(text, at, end));
            at = next;
        }
        return pieces.ToImmutable();
    }

    private static LabelledPiece ReadPiece(string text, Match label, int end)
    {
        var name = label.Groups["label"].Value;
        var kind = PageVocabulary.KindOf(name);
        var from = label.Index + label.Length;
        var raw = text[from..end];
        var length = kind switch
        {
            LabelKind.Date => DayValue.Match(raw).Length,
            LabelKind.Chrome when LineShape.IsProse(raw) => SwitchValue.Match(raw).Length,
            _ => raw.Length,
        };
        if (kind == LabelKind.Date && length == 0)
            length = raw.Length;
        var verbatim = text[label.Index..(from + length)].Trim(' ', '\t', '\u3000', '※', '|', '【', '】', '[', ']', '·');
        var value = raw[..length].Trim(' ', '\t', '\u3000', '※', '|', '【', '】', '[', ']', '·');
        return new(kind, name, verbatim, value, raw[length..].Trim(' ', '\u3000', '※', '|', '】', ']'));
    }
}
