using Bot.Corpus;

namespace Bot.Retrieval.Tests.Corrections;

public sealed class FigureCorrectionsTests : IDisposable
{
    private const string Sentence = "新认定科技型中小企业416家。";

    private static readonly CancellationToken None = CancellationToken.None;

    private readonly CorrectedFolder _folder = new();

    [Fact]
    public async Task Correction_changes_what_the_figure_means_wherever_it_is_read()
    {
        await _folder.StoreAsync(Sample());
        var read = (await _folder.FiguresAsync())[0];
        var hash = _folder.Index.Catalogue[0].ContentHash;

        var outcome = await _folder.CorrectAsync(read, Meant(read), "原句是科技型中小企业");

        var corrected = outcome.ShouldBeOfType<CorrectionOutcome.Corrected>().Figure.Figure;
        (corrected.Indicator, corrected.Words, corrected.Period, corrected.Value).ShouldBe(("科技型中小企业", "科技型中小企业", Period.OfYear(2020), 416));
        corrected.Correction.ShouldNotBeNull().Read.ShouldBe(read.Figure);
        corrected.Correction.Note.ShouldBe("原句是科技型中小企业");
        (await _folder.FiguresAsync(new FigureQuery(Indicator: "高新技术企业"))).ShouldBeEmpty();
        (await _folder.FiguresAsync(new FigureQuery("绍兴市", "科技型中小企业", IsCorrected: true))).ShouldHaveSingleItem().Figure.ShouldBe(corrected);
        (await _folder.Index.LoadAsync(new ReportId("a"), None)).ShouldNotBeNull().Figures.ShouldBe([corrected]);
        (await _folder.Index.LoadParagraphsAsync([new(new ReportId("a"), 1)], None))[0].Figures.ShouldBe([corrected]);
        _folder.Index.Catalogue[0].ContentHash.ShouldBe(hash, "the file must not be read again");
    }

    [Fact]
    public async Task Correction_names_a_new_version_of_the_report()
    {
        await _folder.StoreAsync(Sample());
        var before = _folder.Index.Catalogue[0].IndexedAt;

        await CorrectFirstAsync();

        _folder.Index.Catalogue[0].IndexedAt.ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task Correction_survives_a_new_reading_in_which_the_sentence_moved()
    {
        await _folder.StoreAsync(Sample());
        await CorrectFirstAsync();

        await _folder.StoreAsync(new SampleReport("a").Body("新的一段。").Body(Sentence).Figure("416家", 416, "家").ToReport());

        var figure = (await _folder.FiguresAsync()).ShouldHaveSingleItem();
        figure.Paragraph.Paragraph.Number.ShouldBe(2);
        figure.Figure.Indicator.ShouldBe("科技型中小企业");
        (await _folder.Corrections.ListAsync(None)).ShouldHaveSingleItem().IsApplied.ShouldBeTrue();
    }

    [Fact]
    public async Task Correction_holds_for_a_reader_that_takes_the_number_without_its_unit()
    {
        await _folder.StoreAsync(Sample());
        await CorrectFirstAsync();

        await _folder.StoreAsync(new SampleReport("a").Body(Sentence).Figure("416", 416, "").ToReport());

        (await _folder.FiguresAsync()).ShouldHaveSingleItem().Figure.Unit.ShouldBe("家");
    }

    [Fact]
    public async Task Correction_holds_for_every_paragraph_of_its_report_that_says_the_sentence_and_for_no_other()
    {
        await _folder.StoreAsync(new SampleReport("a")
            .Body(Sentence).Figure("416家", 416, "家")
            .Body("另有416家。").Figure("416家", 416, "家")
            .Body(Sentence).Figure("416家", 416, "家").ToReport());
        await _folder.StoreAsync(new SampleReport("b").Body(Sentence).Figure("416家", 416, "家").ToReport());

        await CorrectFirstAsync();

        var corrected = await _folder.FiguresAsync(new FigureQuery(IsCorrected: true));
        corrected.Select(f => (f.Paragraph.Report.Value, f.Paragraph.Paragraph.Number)).ShouldBe([("a", 1), ("a", 3)]);
    }

    [Fact]
    public async Task Number_read_as_two_figures_means_what_its_correction_says_once()
    {
        await _folder.StoreAsync(new SampleReport("a").Body(Sentence)
            .Figure("416家", 416, "家").Figure("416家", 416, "家").Meaning(f => f with { Indicator = "众创空间" }).ToReport());

        await CorrectFirstAsync();

        var sound = await _folder.FiguresAsync(new FigureQuery(IsDoubtful: false));
        sound.ShouldHaveSingleItem().Figure.Indicator.ShouldBe("科技型中小企业");
        await _folder.Corrections.TakeBackAsync((await _folder.Corrections.ListAsync(None))[0].Id, None);
        (await _folder.FiguresAsync(new FigureQuery(IsDoubtful: false))).Select(f => f.Figure.Indicator).ShouldBe(["众创空间", "高新技术企业"]);
    }

    [Fact]
    public async Task Correction_taken_back_leaves_the_figure_as_it_was_read()
    {
        await _folder.StoreAsync(Sample());
        var read = (await _folder.FiguresAsync())[0].Figure;
        var id = await CorrectFirstAsync();

        (await _folder.Corrections.TakeBackAsync(id, None)).ShouldBeTrue();

        (await _folder.FiguresAsync()).ShouldHaveSingleItem().Figure.ShouldBe(read);
        (await _folder.Corrections.ListAsync(None)).ShouldBeEmpty();
        (await _folder.Corrections.TakeBackAsync(id, None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Later_correction_of_a_figure_stands_in_place_of_the_earlier_one()
    {
        await _folder.StoreAsync(Sample());
        var read = (await _folder.FiguresAsync())[0].Figure;
        await CorrectFirstAsync();

        await _folder.CorrectAsync((await _folder.FiguresAsync())[0], CorrectedFolder.MeaningOf(read) with { Region = "杭州市" });

        var figure = (await _folder.FiguresAsync()).ShouldHaveSingleItem().Figure;
        (figure.Region, figure.Indicator, figure.Words).ShouldBe(("杭州市", "高新技术企业", "高新技术企业"));
        figure.Correction.ShouldNotBeNull().Read.ShouldBe(read);
        (await _folder.Corrections.ListAsync(None)).ShouldHaveSingleItem().Id.ShouldBe(figure.Correction.Id);
    }

    [Fact]
    public async Task Figure_said_to_be_unusable_carries_a_doubt_and_one_said_to_be_sound_none()
    {
        await _folder.StoreAsync(new SampleReport("a").Body(Sentence).Figure("416家", 416, "家").Meaning(f => f with { Doubt = "指标不明" }).ToReport());
        var read = (await _folder.FiguresAsync())[0];

        await _folder.CorrectAsync(read, Meant(read));
        (await _folder.FiguresAsync())[0].Figure.Doubt.ShouldBeNull();

        await _folder.CorrectAsync(read, Meant(read) with { IsUsable = false });
        (await _folder.FiguresAsync())[0].Figure.Doubt.ShouldBe("人工标记为不可用");
    }

    [Fact]
    public async Task Figure_that_is_not_there_any_more_is_gone_and_nothing_is_kept()
    {
        await _folder.StoreAsync(Sample());
        var seen = (await _folder.FiguresAsync())[0];
        await _folder.StoreAsync(new SampleReport("a").Body("新认定科技型中小企业417家。").Figure("417家", 417, "家").ToReport());

        (await _folder.CorrectAsync(seen, Meant(seen))).ShouldBeOfType<CorrectionOutcome.Gone>().Problem.ShouldNotBeEmpty();
        await _folder.Index.RemoveAsync(new ReportId("a"), None);
        (await _folder.CorrectAsync(seen, Meant(seen))).ShouldBeOfType<CorrectionOutcome.Gone>();

        (await _folder.Corrections.ListAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Correction_whose_sentence_is_gone_is_listed_as_not_applied_and_returns_with_the_sentence()
    {
        await _folder.StoreAsync(Sample());
        await CorrectFirstAsync();

        await _folder.StoreAsync(SampleReport.Of("a", "别的话。"));
        (await _folder.Corrections.ListAsync(None)).ShouldHaveSingleItem().IsApplied.ShouldBeFalse();
        _folder.Reopen();
        await _folder.StoreAsync(Sample());

        (await _folder.FiguresAsync()).ShouldHaveSingleItem().Figure.Indicator.ShouldBe("科技型中小企业");
        var listed = (await _folder.Corrections.ListAsync(None)).ShouldHaveSingleItem();
        (listed.IsApplied, listed.Sentence, listed.Report).ShouldBe((true, Sentence, new ReportId("a")));
    }

    [Fact]
    public async Task Corrections_made_while_their_reports_are_read_again_and_again_are_never_lost()
    {
        await _folder.StoreAsync(Many());
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
                await _folder.StoreAsync(Many());
        });

        var outcomes = new List<CorrectionOutcome>();
        foreach (var figure in await _folder.FiguresAsync())
            outcomes.Add(await _folder.CorrectAsync(figure, Meant(figure)));
        await done.CancelAsync();
        await reading;

        outcomes.ShouldAllBe(o => o is CorrectionOutcome.Corrected);
        (await _folder.FiguresAsync()).ShouldAllBe(f => f.Figure.Indicator == "科技型中小企业");
    }

    [Fact]
    public async Task Listing_gives_the_latest_first()
    {
        await _folder.StoreAsync(Many());
        foreach (var figure in (await _folder.FiguresAsync())[..3])
            await _folder.CorrectAsync(figure, Meant(figure));

        var listed = await _folder.Corrections.ListAsync(None);

        listed.Select(c => c.Meaning.Value).ShouldBe([102, 101, 100]);
        listed.ShouldAllBe(c => c.IsApplied);
    }

    public void Dispose() => _folder.Dispose();

    private static Report Sample() => new SampleReport("a").Body(Sentence).Figure("416家", 416, "家").ToReport();

    private static Report Many()
    {
        var sample = new SampleReport("many");
        for (var value = 100; value < 120; value++)
            sample.Body($"新认定科技型中小企业{value}家。").Figure($"{value}家", value, "家");
        return sample.ToReport();
    }

    private static FigureMeaning Meant(LedgerFigure figure) =>
        CorrectedFolder.MeaningOf(figure.Figure) with { Indicator = "科技型中小企业", Period = Period.OfYear(2020) };

    private async Task<string> CorrectFirstAsync()
    {
        var figure = (await _folder.FiguresAsync())[0];
        var outcome = await _folder.CorrectAsync(figure, Meant(figure));
        return outcome.ShouldBeOfType<CorrectionOutcome.Corrected>().Figure.Figure.Correction.ShouldNotBeNull().Id;
    }
}
