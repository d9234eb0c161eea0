using System.Collections.Immutable;
using System.Globalization;
using Bot.Corpus;

namespace Bot.Retrieval.Tests;

/// <summary>Searching.</summary>
public abstract partial class ReportIndexConformance
{
    [Fact]
    public async Task Index_finds_the_passage_and_names_where_it_stands()
    {
        await StoreAsync(SampleReport.Of("shaoxing", "全市财政科技投入增长。", "全年新认定高新技术企业416家。", "农业科技稳步推进。"));

        var hits = await FindAsync("高新技术企业 认定");

        hits[0].Report.ShouldBe(new ReportId("shaoxing"));
        hits[0].Paragraph.ShouldBe(2);
        hits[0].Span.ShouldBe(new TextSpan(0, "全年新认定高新技术企业416家。".Length));
    }

    [Theory]
    [InlineData("R＆D經費 佔比")]
    [InlineData("r&d经费占比")]
    public async Task Index_finds_a_passage_in_whichever_writing_it_is_asked(string query)
    {
        await StoreAsync(SampleReport.Of("a", "发明专利授权量居全省前列。", "R&D经费占比达2.8%。", "成果转化成效明显。"));

        var hits = await FindAsync(query);

        hits[0].Paragraph.ShouldBe(2);
    }

    [Theory]
    [InlineData("731家", 1)]
    [InlineData("1346家", 2)]
    [InlineData("2.8%", 3)]
    public async Task Index_finds_a_whole_number_rather_than_its_parts(string query, int paragraph)
    {
        await StoreAsync(SampleReport.Of("a", "新认定731家。", "总数达1,346家。", "占比为2.8%。", "新增7313家、346家。", "增长2.18%，达8家。"));

        var hits = await FindAsync(query);

        hits[0].Paragraph.ShouldBe(paragraph);
    }

    [Fact]
    public async Task Index_finds_a_paragraph_by_the_heading_above_it()
    {
        await StoreAsync(new SampleReport("a")
            .Heading("一、科技金融").Body("发放贷款12亿元。")
            .Heading("二、人才引进").Body("到位86人。").ToReport());

        var hits = await FindAsync("人才引进");

        hits[0].Paragraph.ShouldBe(4);
        hits.ShouldNotContain(h => h.Paragraph == 3, "a heading is searched with what it heads");
    }

    [Fact]
    public async Task Index_finds_nothing_for_words_it_does_not_hold()
    {
        await StoreAsync(SampleReport.Of("a", "新认定高新技术企业。"));

        (await FindAsync("zzz")).ShouldBeEmpty();
        (await FindAsync("")).ShouldBeEmpty();
        (await FindAsync("？！ 　…")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Index_finds_nothing_while_it_is_empty()
    {
        var hits = await FindAsync("高新技术企业");

        hits.ShouldBeEmpty();
        Index.Catalogue.ShouldBeEmpty();
    }

    [Fact]
    public async Task Coverage_is_near_one_for_the_words_themselves_and_low_for_other_subjects()
    {
        await StoreAsync(SampleReport.Of("a", [.. Enumerable.Range(0, 60).Select(i => $"第{i}项工作按照计划扎实推进，成效明显。"), "新认定高新技术企业416家。"]));

        var same = (await FindAsync("新认定高新技术企业416家"))[0].Coverage;
        var other = (await FindAsync("渔船柴油补贴的申请计划"))[0].Coverage;

        same.ShouldBeInRange(0.8, 1);
        other.ShouldBeInRange(0, 0.4);
    }

    [Fact]
    public async Task Words_unknown_to_the_corpus_lower_the_coverage()
    {
        await StoreAsync(SampleReport.Of("a", "新认定高新技术企业416家。", "农业科技稳步推进。"));

        var known = (await FindAsync("高新技术企业"))[0].Coverage;
        var partlyKnown = (await FindAsync("高新技术企业魑魅魍魉"))[0].Coverage;

        partlyKnown.ShouldBeLessThan(known * 0.8);
    }

    [Fact]
    public async Task Index_never_leaves_the_scope_of_reports()
    {
        await StoreAsync(SampleReport.Of("a", "新认定高新技术企业416家。"));
        await StoreAsync(SampleReport.Of("b", "高新技术企业培育持续推进，另有其他工作若干。"));

        var scoped = await FindAsync(new PassageQuery("高新技术企业416家", [new ReportId("b")]));
        var nowhere = await FindAsync(new PassageQuery("高新技术企业", []));
        var unknown = await FindAsync(new PassageQuery("高新技术企业", [new ReportId("c")]));

        scoped.ShouldHaveSingleItem().Report.ShouldBe(new ReportId("b"));
        nowhere.ShouldBeEmpty();
        unknown.ShouldBeEmpty();
    }

    [Fact]
    public async Task Index_finds_only_passages_that_hold_a_sentence_of_the_part_asked_for()
    {
        await StoreAsync(new SampleReport("a")
            .Body("新认定高新技术企业416家。", ReportPart.Summary)
            .Body("力争新增高新技术企业500家。", ReportPart.Plan)
            .Body("高新技术企业是主力军。", ReportPart.Unknown).ToReport());

        var planned = await FindAsync(new PassageQuery("高新技术企业", Part: ReportPart.Plan));
        var any = await FindAsync("高新技术企业");

        planned.ShouldHaveSingleItem().Paragraph.ShouldBe(2);
        any.Length.ShouldBe(3);
    }

    [Fact]
    public async Task Equal_passages_come_in_order_of_report_and_paragraph_and_the_limit_cuts_them()
    {
        foreach (var id in (string[])["c", "a", "d", "b"])
            await StoreAsync(SampleReport.Of(id, "高新技术企业培育。", "高新技术企业培育。"));

        var hits = await FindAsync(new PassageQuery("高新技术企业", Limit: 5));

        hits.Select(h => $"{h.Report}{h.Paragraph}").ShouldBe(["a1", "a2", "b1", "b2", "c1"]);
        hits.Select(h => h.Score).Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_limit_out_of_range_is_refused(int limit) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => FindAsync(new PassageQuery("企业", Limit: limit)));
}
