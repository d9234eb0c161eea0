using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>
/// Decides whether a sentence that a model wrote may be shown: everything it states must stand in what it cites. It errs on the side
/// of withholding.
/// </summary>
internal sealed class GroundingCheck(string instructions, EnglishMeaning english)
{
    private readonly ClaimWords _words = ClaimWords.Default;
    private readonly ShapeCheck _shape = new(instructions);
    private readonly NumberCheck _numbers = new(ClaimWords.Default);
    private readonly WordingCheck _wording = new(ClaimWords.Default);

    /// <param name="years">The years asked about; empty: any.</param>
    /// <param name="sums">Computed numbers' sums as the extractive answer shows them, with the numbers of the sources it cites for them.</param>
    /// <param name="isEnglish">The answer is in English.</param>
    public Verdict Judge(string raw, DraftSentence sentence, bool isEnglish, ImmutableArray<int> years, ImmutableArray<Sum> sums, string boundary)
    {
        if (_shape.IsForbidden(raw, boundary))
            return new(VerdictKind.Forbidden, "含有不该出现的内容");
        if (sentence.Text.Trim().Length == 0)
            return new(VerdictKind.Empty, "");
        if (!sentence.IsCited)
        {
            return IsFrame(sentence.Text) ? new(VerdictKind.Empty, "") : new(VerdictKind.Unsupported, "没有标注存在的段落编号");
        }
        if (sums.Any(s => s.IsIn(sentence)))
            return new(VerdictKind.Empty, ""); // the extractive line with the sum is given as it stands
        if (!isEnglish)
            return Fault(sentence, years) is { } wrong ? new(VerdictKind.Unsupported, wrong) : new(VerdictKind.Supported, "");
        if (english.Of(sentence, out var unsaid) is not { } chinese)
            return new(VerdictKind.Unsupported, unsaid ?? "");
        return Fault(chinese, years) is { } fault ? new(VerdictKind.Unsupported, fault) : new(VerdictKind.Supported, "", chinese.Text);
    }

    private string? Fault(DraftSentence sentence, ImmutableArray<int> years)
    {
        var before = "";
        foreach (var segment in sentence.Segments)
        {
            var used = new List<Occurrence>();
            var fault = segment.Cited.IsEmpty ? "有一部分没有标注存在的段落编号"
                : _numbers.Fault(segment, before, years, used) ?? _wording.Fault(segment, sentence.Text, used);
            if (fault is not null)
                return fault;
            before += segment.Text;
        }
        return null;
    }

    private bool IsFrame(string text) =>
        NumberScanner.Scan(text).IsEmpty && !Regex.IsMatch(_words.Frame.Replace(TextFolding.Fold(text), ""), @"[\p{L}\p{N}]");
}
