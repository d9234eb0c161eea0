using Bot.Corpus;

namespace Bot.Retrieval.Tests.Corrections;

public sealed class MeaningCheckTests
{
    private static readonly FigureMeaning Sound =
        new("绍兴市", "技术交易额", Period.OfYear(2020), 1.2m, "亿元", FigureStatus.Achieved, FigureAspect.Level, null);

    [Theory]
    [InlineData("技术交易额1.2亿元。", "1.2", "亿元", true)]
    [InlineData("技术交易额1.2亿元。", "12000", "万元", true)]
    [InlineData("技术交易额12,000万元。", "1.2", "亿元", true)]
    [InlineData("技术交易额1.2亿元。", "1.3", "亿元", false)]
    [InlineData("技术交易额1.2亿元。", "1.2", "万元", false)]
    [InlineData("建成十二家。", "12", "家", true)]
    [InlineData("占比达百分之二十。", "20", "%", true)]
    [InlineData("占比达20%。", "20", "家", false)]
    [InlineData("一、建成平台。", "1", "家", false)]
    [InlineData("2020年建成G60平台5家。", "2020", "家", false)]
    [InlineData("2020年建成G60平台5家。", "60", "家", false)]
    public void Value_must_stand_in_the_sentence_in_whichever_writing(string sentence, string value, string unit, bool isStated)
    {
        var meaning = Sound with { Value = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), Unit = unit };

        var wrong = MeaningCheck.OfValue(meaning, Read(sentence));

        (wrong is null).ShouldBe(isStated);
        wrong?.Field.ShouldBe("Value");
    }

    [Theory]
    [InlineData(FigureAspect.Rank, true)]
    [InlineData(FigureAspect.Level, false)]
    public void Ordinal_is_a_rank_and_nothing_else(FigureAspect aspect, bool isStated)
    {
        var wrong = MeaningCheck.OfValue(Sound with { Value = 3, Unit = "位", Aspect = aspect }, Read("总量居全省第三。"));

        (wrong is null).ShouldBe(isStated);
    }

    [Fact]
    public void Table_may_say_the_unit_in_another_cell()
    {
        var wrong = MeaningCheck.OfValue(Sound with { Value = 139.69m }, Read("单位：亿元 | 2020年：139.69", ParagraphKind.TableRow));

        wrong.ShouldBeNull();
    }

    [Fact]
    public void Whatever_was_read_may_be_kept()
    {
        var read = Read("产值翻一番。");

        MeaningCheck.OfValue(Sound with { Value = read.Figure.Value, Unit = read.Figure.Unit }, read).ShouldBeNull();
    }

    [Theory]
    [InlineData("Region")]
    [InlineData("Indicator")]
    [InlineData("Unit")]
    [InlineData("Base")]
    public void Names_are_short_and_plain(string field)
    {
        foreach (var name in (string[])[new('长', 101), "两\n行", "响\a铃", " "])
        {
            var wrong = MeaningCheck.OfForm(With(field, name), null).ShouldNotBeNull();

            wrong.Field.ShouldBe(field);
            wrong.Problem.ShouldContain("：");
        }
        MeaningCheck.OfForm(With(field, new string('长', 100)), null).ShouldBeNull();
    }

    [Theory]
    [InlineData(1948, 1948, 1, 12, false)]
    [InlineData(2020, 2019, 1, 12, false)]
    [InlineData(2020, 2101, 1, 12, false)]
    [InlineData(2020, 2020, 0, 12, false)]
    [InlineData(2020, 2020, 1, 13, false)]
    [InlineData(2020, 2020, 5, 4, false)]
    [InlineData(2019, 2020, 1, 11, false)]
    [InlineData(2019, 2020, 1, 12, true)]
    [InlineData(2020, 2020, 1, 11, true)]
    public void Period_is_one_that_a_report_may_speak_of(int from, int to, int fromMonth, int toMonth, bool isSound)
    {
        var wrong = MeaningCheck.OfForm(Sound with { Period = new(from, to, fromMonth, toMonth) }, null);

        (wrong is null).ShouldBe(isSound);
        wrong?.Field.ShouldBe("Period");
    }

    [Fact]
    public void What_is_not_said_may_stay_open()
    {
        MeaningCheck.OfForm(Sound with { Region = null, Indicator = null, Period = null, Unit = "" }, "为什么\n两行也行").ShouldBeNull();
        MeaningCheck.OfForm(Sound, new string('长', 1001)).ShouldNotBeNull().Field.ShouldBe("Note");
        MeaningCheck.OfForm(Sound with { Status = (FigureStatus)9 }, null).ShouldNotBeNull().Field.ShouldBe("Status");
        MeaningCheck.OfForm(Sound with { Aspect = (FigureAspect)99 }, null).ShouldNotBeNull().Field.ShouldBe("Aspect");
    }

    private static FigureMeaning With(string field, string name) => field switch
    {
        "Region" => Sound with { Region = name },
        "Indicator" => Sound with { Indicator = name },
        "Unit" => Sound with { Unit = name },
        _ => Sound with { Base = name },
    };

    private static LedgerFigure Read(string sentence, ParagraphKind kind = ParagraphKind.Body)
    {
        var report = new SampleReport("a").Body(sentence).Figure(sentence[..1], 777, "件").ToReport();
        return new(report.Figures[0], new StoredParagraph(report.Id, report.Metadata, report.Paragraphs[0] with { Kind = kind }, report.Figures));
    }
}
