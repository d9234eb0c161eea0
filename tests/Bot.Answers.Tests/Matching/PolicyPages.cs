using System.Collections.Immutable;
using Bot.Answers.Matching;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Tests.Matching;

/// <summary>A policy document of a few paragraphs, whose measures a test sets by naming their words.</summary>
internal sealed class PolicyPages
{
    /// <summary>The day of the tests.</summary>
    public static readonly DateOnly Today = new(2026, 6, 1);

    private readonly string _text;
    private readonly ImmutableArray<StoredParagraph> _paragraphs;
    private readonly ReportMetadata _metadata;

    public PolicyPages(string region, params string[] paragraphs)
        : this(region, null, paragraphs)
    {
    }

    public PolicyPages(string region, string? within, string[] paragraphs)
    {
        _metadata = new ReportMetadata(region + "支持科技创新若干政策", region, within, null, null, null, null, null, null, null);
        _text = string.Join('\n', paragraphs);
        var at = 0;
        _paragraphs = [.. paragraphs.Select((text, i) =>
        {
            var span = new TextSpan(at, at + text.Length);
            at = span.End + 1;
            var sentences = ImmutableArray.Create(new Sentence(new TextSpan(0, text.Length), null, ReportPart.Unknown, []));
            var kind = text.Contains(" | ", StringComparison.Ordinal) ? ParagraphKind.TableRow : ParagraphKind.Body;
            return new StoredParagraph(new ReportId(region), _metadata, new Paragraph(i + 1, kind, text, span, [], ReportPart.Unknown, [], sentences), []);
        })];
    }

    public Validity Validity { get; init; } = new(new DateOnly(2024, 1, 1), new DateOnly(2027, 12, 31), false, [], null);

    /// <summary>Where these words stand first.</summary>
    public TextSpan At(string words)
    {
        var start = _text.IndexOf(words, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, words);
        return new TextSpan(start, start + words.Length);
    }

    public Bot.Corpus.Wording Words(string words) => new(words, At(words));

    /// <summary>A measure whose text is the paragraph that holds its name.</summary>
    public FoundMeasure Measure(
        string name,
        ImmutableArray<MeasureAmount> amounts = default,
        ImmutableArray<MeasureCondition> conditions = default,
        Instrument instrument = Instrument.Grant,
        MeasureStanding standing = MeasureStanding.Rule,
        ImmutableArray<StackingRule> stacking = default,
        string? beneficiary = null)
    {
        var at = At(name);
        var paragraph = _paragraphs.First(p => p.Paragraph.Span.Contains(at)).Paragraph;
        var measure = new Measure(
            paragraph.Number, name, instrument, standing, paragraph.Span, [paragraph.Number], beneficiary is null ? null : Words(beneficiary),
            amounts.IsDefault ? [] : amounts, conditions.IsDefault ? [] : conditions, stacking.IsDefault ? [] : stacking,
            null, _metadata.Region, null, null, Validity, null);
        return new FoundMeasure(new ReportId(_metadata.Region!), _metadata, measure, measure.StateOn(Today), null, _paragraphs);
    }

    public MeasureAmount Rate(string words, decimal percent, AmountBaseKind of, string baseWords, decimal? excess = null, int branch = 1, AmountTier? tier = null) =>
        new(branch, AmountKind.Rate, percent, "%", At(words), new AmountBase(of, Words(baseWords), excess, excess is null ? null : "万元"), tier);

    public MeasureAmount Sum(string words, decimal value, AmountKind kind = AmountKind.Fixed, int branch = 1, AmountTier? tier = null, Recurrence? recurrence = null, string? per = null) =>
        new(branch, kind, value, "万元", At(words), null, tier, per is null ? null : Words(per), recurrence);

    public MeasureCondition Named(ConditionKind kind, string words, params string[] names) =>
        new(0, kind, At(words), ConditionOperator.In, null, "", [.. names]);

    public MeasureCondition Measured(ConditionKind kind, string words, ConditionOperator op, decimal value, string unit) =>
        new(0, kind, At(words), op, value, unit);

    public AmountTier Tier(string words, ConditionKind? of, decimal? from, decimal? to, string? quantity = null) =>
        new(quantity is null ? null : Words(quantity), of, from, true, to, false, "万元", At(words));
}
