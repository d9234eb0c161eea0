using Bot.Corpus;

namespace Bot.Retrieval.Tests.Corrections;

/// <summary>The process may end between keeping a correction and applying it: the next start brings the index in line.</summary>
public sealed class CorrectionCrashTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly CorrectedFolder _folder = new();

    [Fact]
    public async Task Correction_kept_but_not_applied_is_applied_before_anything_is_read()
    {
        await StoreAsync();
        await KeepOnlyAsync("x", "416家", "杭州市");
        (await _folder.FiguresAsync())[0].Figure.Region.ShouldBe("绍兴市", "the crash came before it was applied");

        _folder.Reopen();

        (await _folder.Index.LoadAsync(new ReportId("a"), None)).ShouldNotBeNull().Figures[0].Region.ShouldBe("杭州市");
        (await _folder.Corrections.ListAsync(None)).ShouldHaveSingleItem().IsApplied.ShouldBeTrue();
    }

    [Fact]
    public async Task Correction_forgotten_but_still_applied_is_removed_before_anything_is_read()
    {
        await StoreAsync();
        await KeepOnlyAsync("x", "416家", "杭州市");
        _folder.Reopen();
        (await _folder.FiguresAsync())[0].Figure.Region.ShouldBe("杭州市");
        await new CorrectionStore(_folder.State).ForgetAsync("x", None);

        _folder.Reopen();

        var figure = (await _folder.FiguresAsync()).ShouldHaveSingleItem().Figure;
        (figure.Region, figure.Correction).ShouldBe(("绍兴市", null));
    }

    [Fact]
    public async Task First_thing_after_the_crash_may_be_another_correction_of_the_same_report()
    {
        await StoreAsync();
        var seen = (await _folder.FiguresAsync())[0];
        await KeepOnlyAsync("x", "416家", "杭州市");
        _folder.Reopen();

        await _folder.CorrectAsync(seen, CorrectedFolder.MeaningOf(seen.Figure) with { Region = "宁波市" });

        (await _folder.FiguresAsync())[0].Figure.Region.ShouldBe("宁波市");
    }

    [Fact]
    public async Task What_a_crash_left_is_mended_in_every_report_whichever_is_corrected_first()
    {
        await StoreAsync();
        await _folder.StoreAsync(new SampleReport("b").Body("共7家。").Figure("7家", 7, "家").ToReport());
        var other = (await _folder.FiguresAsync(new FigureQuery(Report: new ReportId("b"))))[0];
        await KeepOnlyAsync("x", "416家", "杭州市");
        _folder.Reopen();

        await _folder.CorrectAsync(other, CorrectedFolder.MeaningOf(other.Figure) with { Region = "宁波市" });

        (await _folder.FiguresAsync()).Select(f => f.Figure.Region).ShouldBe(["宁波市", "杭州市"]);
    }

    [Fact]
    public async Task Index_in_line_is_left_alone_by_a_start()
    {
        await StoreAsync();
        var seen = (await _folder.FiguresAsync())[0];
        await _folder.CorrectAsync(seen, CorrectedFolder.MeaningOf(seen.Figure) with { Region = "杭州市" });
        var before = _folder.Index.Catalogue[0].IndexedAt;

        _folder.Reopen();

        (await _folder.FiguresAsync())[0].Figure.Region.ShouldBe("杭州市");
        _folder.Index.Catalogue[0].IndexedAt.ShouldBe(before);
    }

    public void Dispose() => _folder.Dispose();

    private Task StoreAsync() => _folder.StoreAsync(new SampleReport("a").Body("新认定416家。").Figure("416家", 416, "家").ToReport());

    private async Task KeepOnlyAsync(string id, string number, string region)
    {
        var figure = (await _folder.FiguresAsync(new FigureQuery(Report: new ReportId("a")))).First(f => f.Number.Of(f.Sentence) == number);
        await new CorrectionStore(_folder.State).KeepAsync(
            new KeptCorrection(
                id, figure.Paragraph.Report, figure.Sentence, figure.Number,
                CorrectedFolder.MeaningOf(figure.Figure) with { Region = region }, DateTimeOffset.UnixEpoch, null, false),
            None);
    }
}
