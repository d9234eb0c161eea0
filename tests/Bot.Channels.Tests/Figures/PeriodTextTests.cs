using Bot.Corpus;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Channels.Tests;

public sealed class PeriodTextTests
{
    [Theory]
    [InlineData("2019", 2019, 2019, 1, 12)]
    [InlineData(" 2019 ", 2019, 2019, 1, 12)]
    [InlineData("2017-2019", 2017, 2019, 1, 12)]
    [InlineData("2019-01..11", 2019, 2019, 1, 11)]
    [InlineData("2019-03", 2019, 2019, 3, 3)]
    public void Period_is_read_when_written_as_periods_are(string text, int year, int toYear, int month, int toMonth) =>
        PeriodText.Parse(text).ShouldBe(new Period(year, toYear, month, toMonth));

    [Theory]
    [InlineData("")]
    [InlineData("19")]
    [InlineData("2019年")]
    [InlineData("2019-13")]
    [InlineData("2019-00")]
    [InlineData("2019-11..01")]
    [InlineData("2019-2017")]
    [InlineData("0000")]
    [InlineData("2019-01..")]
    [InlineData("2019-1..11")]
    [InlineData("２０１９")]
    public void Text_is_no_period_when_it_is_written_otherwise(string text) =>
        PeriodText.Parse(text).ShouldBeNull();

    [Fact]
    public void Every_period_is_read_as_it_was_when_written()
    {
        var years = from year in Gen.Choose(1000, 9999) from more in Gen.Choose(0, 9999 - year) select new Period(year, year + more);
        var months = from year in Gen.Choose(1000, 9999) from month in Gen.Choose(1, 12) from to in Gen.Choose(month, 12) select new Period(year, year, month, to);

        Prop.ForAll(Gen.OneOf(years, months).ToArbitrary(), period => PeriodText.Parse(period.ToString()) == period).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("2019", "2019年")]
    [InlineData("2017-2019", "2017—2019年")]
    [InlineData("2019-01..11", "2019年1—11月")]
    [InlineData("2019-03", "2019年3月")]
    public void Period_is_shown_as_people_write_it(string text, string shown) =>
        PeriodText.Shown(PeriodText.Parse(text) ?? default).ShouldBe(shown);
}
