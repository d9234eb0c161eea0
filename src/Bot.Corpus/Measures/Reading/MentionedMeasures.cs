using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Reads the measures that a report or plan tells of. What was paid out in all is no amount for an applicant.</summary>
internal sealed class MentionedMeasures(PolicyText text)
{
    private static readonly Dictionary<string, (Instrument Instrument, string Name)> Names = MeasureWords.Table("measure-mentions.txt")
        .SelectMany(row => row.Words.Select(word => (Word: PolicyText.PlainOf(word), Instrument: Enum.Parse<Instrument>(row.Columns[0]), Name: row.Columns[1])))
        .ToDictionary(entry => entry.Word, entry => (entry.Instrument, entry.Name), StringComparer.Ordinal);

    private static readonly Regex Named = MeasureWords.Form(MeasureWords.Any(Names.Keys));
    private static readonly Regex PerApplicant = MeasureWords.Form(MeasureWords.Any("quantifier") + "[^。;]{0,30}(?:最高|不超过|上限)|按[^。;,]{2,30}\\d%[^。;,]{0,6}(?:给予|补|奖|资助)");

    private readonly record struct Mention(string Name, Instrument Instrument, MeasureStanding Standing, int? Year, TextSpan Sentence, int Paragraph);

    /// <summary>One entry per measure, standing and year, at the place that tells of it first.</summary>
    public ImmutableArray<Measure> Read() =>
        [.. Mentions().GroupBy(m => (m.Name, m.Standing, m.Year)).OrderBy(g => g.First().Sentence.Start).Select((g, i) => Compose([.. g], i + 1))];

    private IEnumerable<Mention> Mentions()
    {
        foreach (var paragraph in text.Paragraphs.Where(p => p.Kind == ParagraphKind.Body))
        {
            foreach (var sentence in paragraph.Sentences)
            {
                var span = sentence.Span.Shift(paragraph.Span.Start);
                foreach (Match match in Named.Matches(text.PlainOf(span)))
                {
                    var (instrument, name) = Names[match.Value];
                    yield return new(name, instrument, sentence.Part == ReportPart.Plan ? MeasureStanding.Planned : MeasureStanding.Mentioned, YearOf(sentence), span, paragraph.Number);
                }
            }
        }
    }

    private int? YearOf(Sentence sentence) =>
        sentence.Years is [var only] ? only : sentence.Part == ReportPart.Plan ? text.Metadata.PlanYear : text.Metadata.SummaryYear;

    private Measure Compose(Mention[] mentions, int number)
    {
        var first = mentions[0];
        var stated = mentions.Select(m => m.Sentence).FirstOrDefault(s => PerApplicant.IsMatch(text.PlainOf(s)));
        var (amounts, conditions) = stated.Length > 0 ? new BranchReader(text).Read([.. new CaseReader(text).Read(stated, false)]) : ([], []);
        return new Measure(
            number, first.Name, first.Instrument, first.Standing, stated.Length > 0 ? stated : first.Sentence,
            [.. mentions.Select(m => m.Paragraph).Distinct()], null, amounts, conditions, [], null,
            text.Metadata.Region, text.Metadata.Issuer, null, Validity.NotWritten, first.Year);
    }
}
