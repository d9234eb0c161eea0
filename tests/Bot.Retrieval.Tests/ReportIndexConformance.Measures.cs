using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval.Tests;

/// <summary>The register of measures.</summary>
public abstract partial class ReportIndexConformance
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Fact]
    public async Task Register_gives_the_measure_as_stored_with_every_paragraph_it_points_to()
    {
        var stored = Policy();
        await StoreAsync(stored);

        var page = await MeasuresAsync(new MeasureQuery(Today));

        page.Total.ShouldBe(1);
        var found = page.Measures.ShouldHaveSingleItem();
        AssertSame(found.Measure, stored.Measures[0]);
        AssertSame((await Index.LoadAsync(stored.Id, None)).ShouldNotBeNull().Measures[0], stored.Measures[0]);
        (found.Report.Value, found.Metadata.Issuer, found.State).ShouldBe(("a", "市科技局", MeasureState.InForce));
        found.Paragraphs.Select(p => p.Paragraph.Number).ShouldBe([2, 4]);
        var general = found.Measure.Conditions[1];
        found.ParagraphOf(general.Span).Paragraph.Number.ShouldBe(4);
        found.WordsAt(general.Span).ShouldBe("在本市注册");
        found.Quote(general.Span).ShouldBe(new QuotedWords("申报主体须在本市注册。", new TextSpan(5, 10)));
    }

    [Theory]
    [InlineData("all", "a1 a2 b1 c1 c2 d1")]
    [InlineData("region", "b1")]
    [InlineData("place", "a1 a2 b1 d1")]
    [InlineData("unknown region", "")]
    [InlineData("instrument", "a2")]
    [InlineData("standing", "c1")]
    [InlineData("text in the name", "a2")]
    [InlineData("text in its words", "b1")]
    [InlineData("gaps", "a2")]
    [InlineData("no gaps", "a1 b1 c1 c2 d1")]
    [InlineData("corrected", "b1")]
    [InlineData("as read", "a1 a2 c1 c2 d1")]
    [InlineData("hidden", "d2")]
    [InlineData("hidden or not", "a1 a2 b1 c1 c2 d1 d2")]
    [InlineData("report", "c1 c2")]
    [InlineData("unknown report", "")]
    [InlineData("in force", "a1 a2")]
    [InlineData("in force later", "")]
    [InlineData("undated", "d1")]
    [InlineData("planned", "c1")]
    [InlineData("planned then", "a1 a2 c1")]
    [InlineData("expired", "")]
    [InlineData("expired later", "a1 a2")]
    [InlineData("repealed", "b1")]
    [InlineData("mentioned", "c2")]
    [InlineData("all at once", "a2")]
    public async Task Register_finds_exactly_what_fits(string query, string found)
    {
        await StoreRegisterAsync();

        var page = await MeasuresAsync(RegisterQuery(query));

        page.Measures.Select(NameOf).Order().ShouldBe(found.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        page.Total.ShouldBe(page.Measures.Length);
    }

    [Fact]
    public async Task Every_state_is_found_by_the_name_it_is_given_on_that_day()
    {
        await StoreRegisterAsync();
        foreach (var day in (DateOnly[])[new(2019, 1, 1), new(2021, 6, 30), Today, new(2030, 1, 1)])
        {
            var all = await MeasuresAsync(new MeasureQuery(day, IsHidden: null));

            foreach (var state in Enum.GetValues<MeasureState>())
            {
                var found = await MeasuresAsync(new MeasureQuery(day, State: state, IsHidden: null));
                found.Measures.Select(NameOf).ShouldBe(all.Measures.Where(m => m.State == state).Select(NameOf));
            }
        }
    }

    [Fact]
    public async Task Repeal_names_the_document_that_ends_it_and_goes_with_that_document()
    {
        await StoreRegisterAsync();
        var before = (await MeasuresAsync(new MeasureQuery(new DateOnly(2023, 12, 31), ["杭州市"]))).Measures.ShouldHaveSingleItem();
        var after = (await MeasuresAsync(new MeasureQuery(Today, ["杭州市"]))).Measures.ShouldHaveSingleItem();

        await Index.RemoveAsync(new ReportId("a"), None);
        var alone = (await MeasuresAsync(new MeasureQuery(Today, ["杭州市"]))).Measures.ShouldHaveSingleItem();

        before.State.ShouldBe(MeasureState.InForce);
        after.State.ShouldBe(MeasureState.Repealed);
        after.RepealedBy.ShouldBe(new RepealedBy(new ReportId("a"), "新办法", new DateOnly(2024, 1, 1)));
        (alone.State, alone.RepealedBy).ShouldBe((MeasureState.InForce, null));
    }

    [Fact]
    public async Task Measures_come_page_by_page_in_order_of_region_report_and_number()
    {
        await StoreRegisterAsync();
        var all = await MeasuresAsync(new MeasureQuery(Today, IsHidden: null));

        var names = new List<string>();
        for (var offset = 0; offset < 8; offset += 2)
        {
            var page = await MeasuresAsync(new MeasureQuery(Today, IsHidden: null, Offset: offset, Limit: 2));
            page.Total.ShouldBe(7);
            names.AddRange(page.Measures.Select(NameOf));
        }

        names.ShouldBe(all.Measures.Select(NameOf));
        names.ShouldBe(["c2", "c1", "b1", "a1", "a2", "d1", "d2"]);
        (await MeasuresAsync(new MeasureQuery(Today, Offset: 100))).Total.ShouldBe(6);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1001)]
    [InlineData(-1, 10)]
    public async Task Register_refuses_a_page_that_cannot_be(int offset, int limit) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => MeasuresAsync(new MeasureQuery(Today, Offset: offset, Limit: limit)));

    [Fact]
    public async Task Replacing_or_removing_a_report_leaves_nothing_of_its_measures()
    {
        await StoreAsync(Policy());

        await StoreAsync(new SampleReport("a").Body("给予贷款贴息。").Measure("贴息", m => m with { Instrument = Instrument.LoanSubsidy }).ToReport());
        var replaced = await MeasuresAsync(new MeasureQuery(Today));
        await Index.RemoveAsync(new ReportId("a"), None);

        replaced.Measures.ShouldHaveSingleItem().Measure.Name.ShouldBe("贴息");
        (await MeasuresAsync(new MeasureQuery(Today))).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Catalogue_tells_what_a_document_sets_and_ends_when_opened_again()
    {
        await StoreRegisterAsync();

        await CloseAsync();
        Index = await OpenAsync();
        await Index.ReachAsync(None);

        var entry = Index.Catalogue.Single(e => e.Id == new ReportId("a"));
        (entry.Measures, entry.InForceFrom).ShouldBe((2, new DateOnly(2024, 1, 1)));
        var repeal = entry.Repeals.ShouldHaveSingleItem();
        (repeal.Document.Title, repeal.From).ShouldBe(("旧办法", new DateOnly(2024, 1, 1)));
        (await MeasuresAsync(new MeasureQuery(Today, State: MeasureState.Repealed))).Measures.Select(NameOf).ShouldBe(["b1"]);
    }

    // One measure with everything that a measure can have; its last condition stands in the third article.
    private static Report Policy()
    {
        var sample = new SampleReport("a").Heading("第一条").Body("对规上企业按研发费用超过200万元部分的10%给予补助，最高不超过50万元，连续三年。");
        var (rate, cap, size) = (sample.SpanOf("按研发费用超过200万元部分的10%"), sample.SpanOf("最高不超过50万元"), sample.SpanOf("规上企业"));
        var based = sample.SpanOf("研发费用");
        return sample
            .Measure("研发补助", m => m with
            {
                Beneficiary = new Wording("规上企业", size),
                Amounts =
                [
                    new(1, AmountKind.Rate, 10.50m, "%", rate, new AmountBase(AmountBaseKind.RdSpending, new Wording("研发费用", based), 200, "万元"),
                        new AmountTier(new Wording("研发费用", based), ConditionKind.RdSpending, 200, false, null, false, "万元", rate)),
                    new(1, AmountKind.Ceiling, 50, "万元", cap, Recurrence: Recurrence.Yearly, Years: 3),
                ],
                Conditions =
                [
                    new(1, ConditionKind.Size, size, ConditionOperator.In, Words: ["规模以上企业"]),
                    new(0, ConditionKind.Region, new TextSpan(cap.End + 18, cap.End + 23), IsGeneral: true),
                ],
                Stacking = [new(StackingKind.HighestOnly, cap)],
                Application = new MeasureApplication(new DateOnly(2026, 3, 1), null, new Wording("连续三年", sample.SpanOf("连续三年")), null, null),
                Validity = new Validity(new DateOnly(2024, 1, 1), new DateOnly(2026, 12, 31), true, [new("旧办法", "X〔2019〕1号", size)], new Wording("对", size)),
            })
            .Body("第二条略。").Body("申报主体须在本市注册。").ToReport();
    }

    private async Task StoreRegisterAsync()
    {
        var valid = new Validity(new DateOnly(2024, 1, 1), new DateOnly(2026, 12, 31), false, [new NamedDocument("旧办法", null, new TextSpan(0, 1))], null);
        await StoreAsync(new SampleReport("a", "新办法")
            .Body("给予奖励。").Measure("奖励", m => m with { Instrument = Instrument.Reward, Validity = valid })
            .Body("给予企业补助。").Measure("科技创新Ａ券", m => m with
            {
                Instrument = Instrument.Voucher, Validity = valid, Conditions = [new(0, ConditionKind.Unread, m.Span)],
            }).ToReport());
        await StoreAsync(new SampleReport("b", "关于印发《旧办法》的通知")
            .Body("对高企给予补助。").Measure("补助", m => m with
            {
                Region = "杭州市",
                Validity = new Validity(new DateOnly(2019, 1, 1), null, false, [], null),
                Correction = new MeasureCorrection(m, [new("x", DateTimeOffset.UnixEpoch, "甲", "因", MeasurePart.Condition, 0, null, null)]),
            }).ToReport(metadata => metadata with { PublicationDate = new DateOnly(2018, 12, 1) }));
        await StoreAsync(new SampleReport("c")
            .Body("计划发放补贴。").Measure("补贴", m => m with { Region = "丽水市", Standing = MeasureStanding.Planned, Year = 2026 })
            .Body("发放了补贴。").Measure("补贴", m => m with { Region = null, Standing = MeasureStanding.Mentioned, Year = 2025 }).ToReport());
        await StoreAsync(new SampleReport("d")
            .Body("给予资助。").Measure("资助")
            .Body("不是措施。").Measure("误读", m => m with
            {
                Region = "金华市",
                Correction = new MeasureCorrection(m, [new("y", DateTimeOffset.UnixEpoch, null, null, MeasurePart.Whole, 0, null, null)]),
            }).ToReport());
    }

    private static MeasureQuery RegisterQuery(string name) => name switch
    {
        "all" => new(Today),
        "region" => new(Today, ["杭州市"]),
        "place" => new(Today, ["绍兴市", "杭州市"]),
        "unknown region" => new(Today, ["杭州"]),
        "instrument" => new(Today, Instrument: Instrument.Voucher),
        "standing" => new(Today, Standing: MeasureStanding.Planned),
        "text in the name" => new(Today, Text: "創新a券"),
        "text in its words" => new(Today, Text: "高企"),
        "gaps" => new(Today, HasGaps: true),
        "no gaps" => new(Today, HasGaps: false),
        "corrected" => new(Today, IsCorrected: true),
        "as read" => new(Today, IsCorrected: false),
        "hidden" => new(Today, IsHidden: true),
        "hidden or not" => new(Today, IsHidden: null),
        "report" => new(Today, Report: new ReportId("c")),
        "unknown report" => new(Today, Report: new ReportId("z")),
        "in force" => new(Today, State: MeasureState.InForce),
        "in force later" => new(new DateOnly(2027, 1, 1), State: MeasureState.InForce),
        "undated" => new(Today, State: MeasureState.Undated),
        "planned" => new(Today, State: MeasureState.Planned),
        "planned then" => new(new DateOnly(2023, 12, 31), State: MeasureState.Planned),
        "expired" => new(Today, State: MeasureState.Expired),
        "expired later" => new(new DateOnly(2027, 1, 1), State: MeasureState.Expired),
        "repealed" => new(Today, State: MeasureState.Repealed),
        "mentioned" => new(Today, State: MeasureState.OnlyMentioned),
        "all at once" => new(
            Today, ["绍兴市"], Instrument.Voucher, MeasureState.InForce, MeasureStanding.Rule, "补助", true, false, false, new ReportId("a")),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static string NameOf(FoundMeasure found) => $"{found.Report}{found.Measure.Number}";

    private static void AssertSame(Measure found, Measure stored) =>
        System.Text.Json.JsonSerializer.Serialize(found).ShouldBe(System.Text.Json.JsonSerializer.Serialize(stored));

    private Task<MeasurePage> MeasuresAsync(MeasureQuery query) => Index.FindMeasuresAsync(query, None);
}
