using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>One statement of an answer: the verbatim words, what they speak of, and their marker.</summary>
internal static partial class Statement
{
    /// <summary>Adds a line such as 绍兴市2019年：发放创新券4686万元，使用1866万元[1]。</summary>
    public static string Add(
        AnswerDraft draft, EvidenceSentence sentence, QuestionReading reading, Scope scope, ImmutableArray<TopicTerm> terms, string prefix = "")
    {
        // An enumeration is never cut, for half a list would pass for the whole; nor a table's row, whose columns name each other.
        var quoted = reading.Kind is QuestionKind.List || sentence.Source.Paragraph.Kind is ParagraphKind.TableRow
            ? sentence.Text.Trim()
            : ClauseCutter.Cut(sentence.Text, terms, reading.Units, Answering(sentence, reading, terms), reading.Asks > 1 || reading.AsksWho || reading.Kind is QuestionKind.Date);
        var marker = draft.Cite(sentence);
        draft.Line(prefix + Opening(sentence, scope, quoted, reading.IsEnglish) + Closed(quoted, marker));
        foreach (var figure in FiguresIn(sentence, quoted))
            draft.State(figure, marker);
        return marker;
    }

    /// <summary>What place and time the words speak of, as far as they don't say so themselves.</summary>
    public static string Opening(EvidenceSentence sentence, Scope scope, string quoted, bool english)
    {
        if (sentence.Source.Paragraph.Kind is ParagraphKind.Metadata)
            return "";
        var year = YearOf(sentence, scope.Years);
        if (year is { } said && !scope.Years.Contains(said) && !IsWritten(sentence, said))
            year = null;
        return Wording.Label(sentence.Source.Metadata.Region, year, IsPlan(sentence, quoted), quoted, english, PartOfYear(sentence, quoted, year, english));
    }

    // 其中吸纳成交额58.7亿元, of the months that the sentence before names: without them it would pass for the whole year's.
    private static string? PartOfYear(EvidenceSentence sentence, string quoted, int? year, bool english)
    {
        var periods = FiguresIn(sentence, quoted).Where(f => f.Status is FigureStatus.Achieved && f.Aspect is not FigureAspect.Difference).Select(f => f.Period).Distinct().ToList();
        return periods is [{ IsPartial: true } part] && part.FromYear == part.ToYear && (year is null || year == part.FromYear) && !SaysPart(quoted, part)
            ? Periods.Part(part, sentence.Source.Paragraph.Text, english)
            : null;
    }

    // A table row may hold results and targets side by side; its own column names say which is which.
    private static bool IsPlan(EvidenceSentence sentence, string quoted) =>
        sentence.Sentence.Part == ReportPart.Plan && sentence.Source.Paragraph.Kind is not ParagraphKind.TableRow && !TellsResultItself(sentence, quoted);

    // A plan may look back; what the ledger knows as results, in words that mark their targets themselves, bears no label of a plan.
    private static bool TellsResultItself(EvidenceSentence sentence, string quoted)
    {
        var figures = FiguresIn(sentence, quoted).ToList();
        return figures.Exists(f => f.Status is FigureStatus.Achieved)
            && (figures.TrueForAll(f => f.Status is FigureStatus.Achieved) || quoted.Contains("目标", StringComparison.Ordinal));
    }

    // A year is only said where a reader finds it: in the paragraph, its headings or the title.
    private static bool IsWritten(EvidenceSentence sentence, int year)
    {
        var digits = year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return sentence.Context.Text.Contains(digits, StringComparison.Ordinal)
            || sentence.Context.Section.Contains(digits, StringComparison.Ordinal)
            || sentence.Context.Title.Contains(digits, StringComparison.Ordinal);
    }

    /// <summary>The marker goes before the closing mark, so that it belongs to the sentence.</summary>
    public static string Closed(string quoted, string marker)
    {
        // 增长3.0%[2]: a note of the report's own would pass for a source of the answer's.
        var body = Note().Replace(quoted, "").TrimEnd('。', '；', ';', '，', ',', '：', ' ', '　');
        return body + marker + "。";
    }

    public static int? YearOf(EvidenceSentence sentence, ImmutableArray<int> asked)
    {
        var horizon = Eligibility.HorizonBefore(sentence);
        var years = horizon > 0 ? [horizon] : sentence.Sentence.Years;
        foreach (var wanted in asked)
        {
            if (wanted == horizon || Eligibility.Speaks(sentence, wanted))
                return wanted;
        }

        var metadata = sentence.Source.Metadata;
        if (horizon > 0)
            return horizon;
        // Only the report's own year, or the one the sentence says itself: a year brought in from around would be a guess.
        var own = sentence.Sentence.Part == ReportPart.Plan ? metadata.PlanYear : metadata.SummaryYear;
        return own is { } year && years.Contains(year) ? own : null;
    }

    // The figures of the sentence that go by what was asked about as well as the best of them, or nearly.
    private static ImmutableArray<TextSpan> Answering(EvidenceSentence sentence, QuestionReading reading, ImmutableArray<TopicTerm> terms)
    {
        // 哪天揭牌的: the clause that names the day must stay, wherever in the sentence it stands.
        if (reading.Kind is QuestionKind.Date)
            return [.. Dates().Matches(sentence.Text).Select(d => new TextSpan(d.Index, d.Index + d.Length))];
        if (reading.AsksWho && !reading.AsksNumber)
            return [.. FigureComposer.Offices(sentence.Text)];
        if (!reading.AsksNumber)
            return [];
        var scored = FigureChoice.In(sentence, reading, terms);
        var best = scored.Select(f => f.Score).DefaultIfEmpty().Max();
        var start = sentence.Source.Paragraph.Span.Start + sentence.Sentence.Span.Start;
        return best < 0.35 ? [] : [.. scored.Where(f => f.Score >= best * 0.62).Select(f => f.Figure.Span.Shift(-start))];
    }

    private static IEnumerable<Figure> FiguresIn(EvidenceSentence sentence, string quoted)
    {
        var start = sentence.Text.IndexOf(quoted, StringComparison.Ordinal);
        var inParagraph = new TextSpan(0, quoted.Length).Shift(sentence.Sentence.Span.Start + Math.Max(0, start));
        var inReport = inParagraph.Shift(sentence.Source.Paragraph.Span.Start);
        return sentence.Figures.Where(f => inReport.Contains(f.Span) && f.Doubt is null);
    }

    [GeneratedRegex(@"\d{1,2}月(\d{1,2}日)?|\d{4}年(?!度)")]
    private static partial Regex Dates();

    [GeneratedRegex(@"(?<=[\u3400-\u9fff0-9%）)])\[\d{1,2}\](?=[，。；、,;：:》]|$)")]
    public static partial Regex Note();

    private static bool SaysPart(string quoted, Period part) =>
        quoted.Contains(FormattableString.Invariant($"{part.ToMonth}月"), StringComparison.Ordinal)
        || (part.FromMonth == 1 && part.ToMonth switch { 3 => quoted.Contains("一季度", StringComparison.Ordinal), 6 => quoted.Contains("上半年", StringComparison.Ordinal), 9 => quoted.Contains("前三季度", StringComparison.Ordinal), _ => false });
}
