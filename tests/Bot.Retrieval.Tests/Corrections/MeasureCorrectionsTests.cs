using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval.Tests.Corrections;

public sealed class MeasureCorrectionsTests : IDisposable
{
    private const string Rule = "对研发费用300万元以上的规上企业给予最高50万元补助。";
    private const string General = "申报主体须信誉卓著。";

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly ConditionMeaning Credit = new(ConditionKind.Credit, ConditionOperator.None, null, "", []);

    private readonly CorrectedFolder _folder = new();

    [Fact]
    public async Task Unread_condition_gets_a_kind_and_is_no_gap_any_more_in_every_measure_it_holds_for()
    {
        await _folder.StoreAsync(Sample());

        var outcome = await CorrectAsync(MeasurePart.Condition, 1, new MeasureMeaning(Credit), "甲", "看过原文");

        var measure = outcome.ShouldBeOfType<CorrectionOutcome.CorrectedMeasure>().Measure.Measure;
        (measure.HasGaps, measure.Conditions[1].Kind, measure.Conditions[1].IsGeneral).ShouldBe((false, ConditionKind.Credit, true));
        measure.Correction.ShouldNotBeNull().Read.Conditions[1].Kind.ShouldBe(ConditionKind.Unread);
        var remark = measure.Correction.Remarks.ShouldHaveSingleItem();
        (remark.By, remark.Note, remark.Part, remark.Index).ShouldBe(("甲", "看过原文", MeasurePart.Condition, 1));
        (await MeasuresAsync(new MeasureQuery(Today, HasGaps: true))).ShouldBeEmpty();
        (await MeasuresAsync(new MeasureQuery(Today, IsCorrected: true))).Length.ShouldBe(2);
        (await _folder.Index.LoadAsync(new ReportId("a"), None)).ShouldNotBeNull().Measures.ShouldAllBe(m => !m.HasGaps);
    }

    [Fact]
    public async Task Condition_found_right_as_it_was_read_is_marked_as_checked()
    {
        await _folder.StoreAsync(Sample());

        await CorrectAsync(MeasurePart.Condition, 0, new MeasureMeaning(new ConditionMeaning(ConditionKind.RdSpending, ConditionOperator.AtLeast, 300, "万元", [])));

        var measure = (await MeasuresAsync())[0].Measure;
        var remark = measure.Correction.ShouldNotBeNull().Remarks.ShouldHaveSingleItem();
        remark.Condition.ShouldBe(measure.Correction.Read.Conditions[0] with { Words = remark.Condition.ShouldNotBeNull().Words });
    }

    [Fact]
    public async Task Withdrawn_condition_asks_nothing_and_comes_back_when_that_is_taken_back()
    {
        await _folder.StoreAsync(Sample());

        await CorrectAsync(MeasurePart.Condition, 0, MeasureMeaning.Withdrawn);

        (await MeasuresAsync())[0].Measure.Conditions.Select(c => c.Kind).ShouldBe([ConditionKind.Unread]);
        var id = (await _folder.MeasureCorrections.ListAsync(None)).ShouldHaveSingleItem().Id;
        (await _folder.MeasureCorrections.TakeBackAsync(id, None)).ShouldBeTrue();
        (await MeasuresAsync())[0].Measure.Conditions.Length.ShouldBe(2);
        (await MeasuresAsync())[0].Measure.Correction.ShouldBeNull();
        (await _folder.MeasureCorrections.TakeBackAsync(id, None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Amount_is_corrected_and_what_else_it_says_stays()
    {
        await _folder.StoreAsync(Sample());

        await CorrectAsync(MeasurePart.Amount, 0, new MeasureMeaning(Amount: new AmountMeaning(AmountKind.Fixed, 500_000, "元")));

        var amount = (await MeasuresAsync())[0].Measure.Amounts.ShouldHaveSingleItem();
        (amount.Kind, amount.Value, amount.Unit, amount.Recurrence).ShouldBe((AmountKind.Fixed, 500_000, "元", Recurrence.Once));
    }

    [Fact]
    public async Task Hidden_measure_is_found_by_those_alone_who_ask_for_hidden_ones()
    {
        await _folder.StoreAsync(Sample());

        await CorrectAsync(MeasurePart.Whole, 0, MeasureMeaning.Withdrawn);

        (await MeasuresAsync()).ShouldHaveSingleItem().Measure.Name.ShouldBe("奖励");
        (await MeasuresAsync(new MeasureQuery(Today, IsHidden: true))).ShouldHaveSingleItem().Measure.Name.ShouldBe("研发补助");
    }

    [Fact]
    public async Task Correction_survives_a_new_reading_in_which_the_words_moved()
    {
        await _folder.StoreAsync(Sample());
        await CorrectAsync(MeasurePart.Condition, 1, new MeasureMeaning(Credit));

        await _folder.StoreAsync(Sample("总则。"));

        (await MeasuresAsync()).ShouldAllBe(m => !m.Measure.HasGaps);
        (await _folder.MeasureCorrections.ListAsync(None)).ShouldHaveSingleItem().IsApplied.ShouldBeTrue();
    }

    [Fact]
    public async Task Correction_holds_for_a_reader_that_takes_the_words_for_another_kind()
    {
        await _folder.StoreAsync(Sample());
        await CorrectAsync(MeasurePart.Condition, 1, new MeasureMeaning(Credit));

        await _folder.StoreAsync(Sample(read: ConditionKind.Other));

        (await MeasuresAsync()).Select(m => m.Measure.Conditions.Last().Kind).ShouldBe([ConditionKind.Credit, ConditionKind.Credit]);
    }

    [Fact]
    public async Task Correction_is_stale_once_the_sentence_changed_and_holds_again_when_it_is_back()
    {
        await _folder.StoreAsync(Sample());
        await CorrectAsync(MeasurePart.Condition, 1, new MeasureMeaning(Credit));

        await _folder.StoreAsync(Sample(general: "申报主体须信誉卓著，且无违规。"));
        var stale = (await _folder.MeasureCorrections.ListAsync(None)).ShouldHaveSingleItem();
        var changed = await MeasuresAsync();
        await _folder.StoreAsync(Sample());

        stale.IsApplied.ShouldBeFalse();
        changed.ShouldAllBe(m => m.Measure.HasGaps && m.Measure.Correction == null);
        (await MeasuresAsync()).ShouldAllBe(m => !m.Measure.HasGaps);
    }

    [Fact]
    public async Task Later_correction_of_the_same_item_takes_the_place_of_the_earlier_and_others_stay()
    {
        await _folder.StoreAsync(Sample());
        await CorrectAsync(MeasurePart.Amount, 0, MeasureMeaning.Withdrawn);
        await CorrectAsync(MeasurePart.Condition, 1, new MeasureMeaning(Credit));

        await CorrectAsync(MeasurePart.Condition, 1, new MeasureMeaning(Credit with { Kind = ConditionKind.Other }));

        var measure = (await MeasuresAsync())[0].Measure;
        (measure.Conditions[1].Kind, measure.Amounts.Length).ShouldBe((ConditionKind.Other, 0));
        (await _folder.MeasureCorrections.ListAsync(None)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Correction_kept_but_not_applied_is_applied_before_anything_is_read()
    {
        await _folder.StoreAsync(Sample());
        var item = MeasureItem.Of((await MeasuresAsync())[0], MeasurePart.Condition, 1).ShouldNotBeNull();
        await new CorrectionStore(_folder.State).KeepAsync(
            new KeptMeasureCorrection("m", item, new MeasureMeaning(Credit), DateTimeOffset.UnixEpoch, null, null, false), None);

        _folder.Reopen();

        (await MeasuresAsync()).ShouldAllBe(m => !m.Measure.HasGaps);
        (await _folder.MeasureCorrections.ListAsync(None)).ShouldHaveSingleItem().IsApplied.ShouldBeTrue();
    }

    [Fact]
    public async Task Corrections_of_a_figure_and_of_an_amount_in_one_sentence_leave_each_other_alone()
    {
        await _folder.StoreAsync(Sample());
        var figure = (await _folder.FiguresAsync()).ShouldHaveSingleItem();

        await CorrectAsync(MeasurePart.Amount, 0, MeasureMeaning.Withdrawn);
        await _folder.CorrectAsync(figure, CorrectedFolder.MeaningOf(figure.Figure) with { Region = "杭州市" });

        (await _folder.FiguresAsync())[0].Figure.Region.ShouldBe("杭州市");
        (await MeasuresAsync())[0].Measure.Amounts.ShouldBeEmpty();
        (await _folder.Corrections.ListAsync(None)).ShouldHaveSingleItem();
        (await _folder.MeasureCorrections.ListAsync(None)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("unread", "Kind")]
    [InlineData("number that is not there", "Value")]
    [InlineData("comparison without a number", "Value")]
    [InlineData("number without a comparison", "Operator")]
    [InlineData("choice without names", "Words")]
    [InlineData("amount", "Part")]
    public async Task Meaning_that_cannot_be_is_refused_naming_its_part(string meaning, string field)
    {
        await _folder.StoreAsync(Sample());
        MeasureMeaning meant = meaning switch
        {
            "unread" => new(Credit with { Kind = ConditionKind.Unread }),
            "number that is not there" => new(Credit with { Operator = ConditionOperator.AtLeast, Value = 301, Unit = "万元" }),
            "comparison without a number" => new(Credit with { Operator = ConditionOperator.AtLeast }),
            "number without a comparison" => new(Credit with { Value = 300, Unit = "万元" }),
            "choice without names" => new(Credit with { Operator = ConditionOperator.In }),
            _ => new(Amount: new AmountMeaning(AmountKind.Fixed, 300, "万元")),
        };

        var outcome = await CorrectAsync(MeasurePart.Condition, 0, meant);

        outcome.ShouldBeOfType<CorrectionOutcome.Invalid>().Field.ShouldBe(field);
        (await _folder.MeasureCorrections.ListAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Item_that_is_no_longer_there_is_not_corrected()
    {
        await _folder.StoreAsync(Sample());
        var item = MeasureItem.Of((await MeasuresAsync())[0], MeasurePart.Condition, 1).ShouldNotBeNull();
        await _folder.StoreAsync(Sample(general: "申报主体另行公布。"));

        var outcome = await _folder.MeasureCorrections.CorrectAsync(item, new MeasureMeaning(Credit), null, null, None);

        outcome.ShouldBeOfType<CorrectionOutcome.Gone>();
    }

    public void Dispose() => _folder.Dispose();

    // Two measures; the second sentence is a condition of both.
    private static Report Sample(string? before = null, string general = General, ConditionKind read = ConditionKind.Unread)
    {
        var sample = new SampleReport("a");
        if (before is not null)
            sample.Body(before);
        sample.Body(general);
        var clause = new MeasureCondition(0, read, sample.SpanOf(general.TrimEnd('。')), IsGeneral: true);
        sample.Body(Rule).Figure("50万元", 50, "万元");
        return sample
            .Measure("研发补助", m => m with
            {
                Conditions = [new(1, ConditionKind.RdSpending, sample.SpanOf("研发费用300万元以上"), ConditionOperator.AtLeast, 300, "万元"), clause],
                Amounts = [new(1, AmountKind.Ceiling, 50, "万元", sample.SpanOf("50万元"), Recurrence: Recurrence.Once)],
            })
            .Body("给予奖励。").Measure("奖励", m => m with { Conditions = [clause] }).ToReport();
    }

    private async Task<ImmutableArray<FoundMeasure>> MeasuresAsync(MeasureQuery? query = null) =>
        (await _folder.Index.FindMeasuresAsync(query ?? new MeasureQuery(Today), None)).Measures;

    private async Task<CorrectionOutcome> CorrectAsync(MeasurePart part, int index, MeasureMeaning meaning, string? by = null, string? note = null) =>
        await _folder.MeasureCorrections.CorrectAsync(
            MeasureItem.Of((await MeasuresAsync())[0], part, index).ShouldNotBeNull(), meaning, by, note, None);
}
