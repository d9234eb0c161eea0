using Bot.Corpus;

namespace Bot.Retrieval.Tests.Measures;

public sealed class RepealRegisterTests
{
    private static readonly ReportId Old = new("old");

    [Fact]
    public void Document_named_by_title_is_repealed_from_the_first_day_of_the_one_that_names_it()
    {
        var register = RegisterOf(Document("old", "临江市创新券办法", 2019), Document("new", "临江市创新券管理办法", 2024, ends: "创新券办法"));

        register.Find(Old).ShouldBe(new RepealedBy(new ReportId("new"), "临江市创新券管理办法", new DateOnly(2024, 1, 1)));
        register.RepealedFrom(Old).ShouldBe(new DateOnly(2024, 1, 1));
        register.RepealedOn(new DateOnly(2023, 12, 31)).ShouldBeEmpty();
        register.RepealedOn(new DateOnly(2024, 1, 1)).ShouldBe([Old]);
        register.Find(new ReportId("new")).ShouldBeNull();
    }

    [Fact]
    public void Later_document_that_bears_the_name_of_the_one_ended_goes_on()
    {
        var register = RegisterOf(
            Document("old", "创新券办法", 2019), Document("new", "创新券办法", 2022, ends: "创新券办法"), Document("newer", "创新券办法", 2025));

        register.RepealedOn(new DateOnly(2026, 1, 1)).ShouldBe([Old]);
    }

    [Fact]
    public void Number_decides_where_both_have_one()
    {
        var register = RegisterOf(
            Document("old", "创新券办法", 2019, "临科〔2019〕1号"),
            Document("same name", "创新券办法", 2020, "临科〔2020〕9号"),
            Document("new", "管理办法", 2024, "临科〔2024〕1号", ends: "创新券办法", endsNumber: "临科[2019]1号"));

        register.RepealedOn(new DateOnly(2026, 1, 1)).ShouldBe([Old]);
    }

    [Fact]
    public void Of_several_repeals_the_earliest_counts()
    {
        var register = RegisterOf(
            Document("old", "创新券办法", 2019),
            Document("third", "三号办法", 2025, ends: "创新券办法"),
            Document("second", "二号办法", 2022, ends: "创新券办法"));

        register.Find(Old).ShouldNotBeNull().Report.Value.ShouldBe("second");
    }

    [Fact]
    public void Document_ended_by_one_without_a_date_does_not_hold_any_more()
    {
        var register = RegisterOf(Document("old", "创新券办法", 2019), Document("new", "管理办法", null, ends: "创新券办法"));

        register.RepealedOn(new DateOnly(2020, 1, 1)).ShouldBe([Old]);
        register.Find(Old).ShouldBe(new RepealedBy(new ReportId("new"), "管理办法", null));
    }

    [Fact]
    public void Notice_that_sets_no_measures_ends_what_it_names()
    {
        var notice = new SampleReport("notice", "关于废止部分文件的通知").Body("现决定废止《创新券办法》。").ToReport(metadata => metadata with { PublicationDate = new DateOnly(2025, 5, 6) });

        var register = RegisterOf(Document("old", "创新券办法", 2019), ReportEntry.Of(notice, "notice.txt", DateTimeOffset.UnixEpoch));

        register.RepealedFrom(Old).ShouldBe(new DateOnly(2025, 5, 6));
        register.Find(Old).ShouldNotBeNull().Report.Value.ShouldBe("notice");
    }

    private static RepealRegister RegisterOf(params ReportEntry[] entries) => RepealRegister.Of([.. entries]);

    private static ReportEntry Document(string id, string title, int? from, string? number = null, string? ends = null, string? endsNumber = null)
    {
        var sample = new SampleReport(id, title).Body("给予补助。").Measure("补助", m => m with
        {
            Validity = new Validity(
                from is { } year ? new DateOnly(year, 1, 1) : null, null, false, ends is null ? [] : [new NamedDocument(ends, endsNumber, m.Span)], null),
        });
        var report = sample.ToReport(metadata => metadata with { DocumentNumber = number, PublicationDate = null });
        return ReportEntry.Of(report, $"{id}.txt", DateTimeOffset.UnixEpoch);
    }
}
