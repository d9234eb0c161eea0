using Bot.Corpus;
using Bot.Reading;
using Bot.Retrieval;

namespace Bot.Tests.Reading;

/// <summary>What is to be read and removed follows from the folder and the catalogue alone.</summary>
public sealed class ScanPlanTests
{
    [Fact]
    public void Plan_reads_a_file_that_the_catalogue_does_not_know()
    {
        var look = Look(Settled("2020/绍兴.txt", "h1"));

        var plan = ScanPlan.For(look, []);

        plan.Reads.ShouldBe([new("2020/绍兴.txt", "h1")]);
    }

    [Fact]
    public void Plan_is_empty_when_every_hash_is_known()
    {
        var look = Look(Settled("a.txt", "h1"), Settled("b.docx", "h2"));

        var plan = ScanPlan.For(look, [Entry("a", "a.txt", "h1"), Entry("b", "b.docx", "h2")]);

        plan.IsEmpty.ShouldBeTrue();
        plan.Unchanged.ShouldBe(2);
    }

    [Fact]
    public void Plan_reads_a_file_again_when_its_content_changed()
    {
        var look = Look(Settled("a.txt", "new"));

        var plan = ScanPlan.For(look, [Entry("a", "a.txt", "old")]);

        plan.Reads.ShouldBe([new("a.txt", "new")]);
        plan.Removals.ShouldBeEmpty();
    }

    [Fact]
    public void Plan_reads_a_file_again_when_it_moved_to_another_folder()
    {
        var look = Look(Settled("2020/a.txt", "h1"));

        var plan = ScanPlan.For(look, [Entry("a", "a.txt", "h1")]);

        plan.Reads.ShouldBe([new("2020/a.txt", "h1")]);
        plan.Removals.ShouldBeEmpty();
    }

    [Fact]
    public void Plan_does_not_read_an_unreadable_file_again_while_it_stays_as_it_is()
    {
        var look = Look(Settled("a.bin", "h1"));

        var plan = ScanPlan.For(look, [Entry("a", "a.bin", "h1", problem: "不是文字")]);

        plan.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Plan_removes_a_report_whose_file_is_gone()
    {
        var look = Look(Settled("a.txt", "h1"));

        var plan = ScanPlan.For(look, [Entry("a", "a.txt", "h1"), Entry("b", "b.txt", "h2")]);

        plan.Removals.Select(e => e.Id.Value).ShouldBe(["b"]);
    }

    [Fact]
    public void Plan_keeps_reports_of_a_sub_folder_that_cannot_be_listed()
    {
        var look = new FolderLook([], ["2020"]);

        var plan = ScanPlan.For(look, [Entry("a", "2020/a.txt", "h1"), Entry("b", "2020-old/b.txt", "h2")]);

        plan.Removals.Select(e => e.Id.Value).ShouldBe(["b"]);
    }

    [Fact]
    public void Plan_waits_for_a_file_that_is_still_moving_and_keeps_what_was_read_of_it()
    {
        var look = Look(new FileLook("a.txt", new FileContent.Unsettled("文件仍在写入")));

        var plan = ScanPlan.For(look, [Entry("a", "a.txt", "old")]);

        plan.Waits.ShouldBe([new("a.txt", "文件仍在写入")]);
        plan.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Plan_names_both_files_when_two_have_the_same_id()
    {
        var look = Look(Settled("a.txt", "h1"), Settled("a.docx", "h2"));

        var plan = ScanPlan.For(look, [Entry("a", "a.txt", "h1")]);

        var failure = plan.Failures.ShouldHaveSingleItem();
        failure.Outcome.Id.ShouldBe(new ReportId("a"));
        failure.Outcome.Problem.ShouldContain("a.docx、a.txt");
        failure.Outcome.Remedy.ShouldContain("改名");
        plan.Reads.ShouldBeEmpty();
    }

    [Fact]
    public void Plan_notes_a_clash_only_once()
    {
        var look = Look(Settled("a.txt", "h1"), Settled("a.docx", "h2"));
        var noted = ScanPlan.For(look, []).Failures[0];

        var plan = ScanPlan.For(look, [Entry("a", noted.File, "", problem: $"{noted.Outcome.Problem}。{noted.Outcome.Remedy}")]);

        plan.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Plan_reads_the_file_that_is_left_when_a_clash_is_over()
    {
        var look = Look(Settled("a.txt", "h1"));

        var plan = ScanPlan.For(look, [Entry("a", "a.docx、a.txt", "", problem: "2 个文件同名")]);

        plan.Reads.ShouldBe([new("a.txt", "h1")]);
    }

    [Fact]
    public void Plan_notes_a_file_that_may_not_be_opened()
    {
        var look = Look(new FileLook("a.txt", new FileContent.Closed("没有读取 a.txt 的权限", "请改权限")));

        var plan = ScanPlan.For(look, [Entry("a", "a.txt", "h1")]);

        plan.Failures.ShouldBe([new("a.txt", new ReadOutcome.Failure(new("a"), "没有读取 a.txt 的权限", "请改权限"))]);
    }

    private static FolderLook Look(params FileLook[] files) => new([.. files], []);

    private static FileLook Settled(string file, string hash) => new(file, new FileContent.Settled(hash));

    private static ReportEntry Entry(string id, string file, string hash, string? problem = null) =>
        new(new ReportId(id), file, hash, null, 1, 0, [], [], problem, DateTimeOffset.UnixEpoch);
}
