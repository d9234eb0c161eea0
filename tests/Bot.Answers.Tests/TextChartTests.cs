using Bot.Corpus;

namespace Bot.Answers.Tests;

public sealed class TextChartTests
{
    [Fact]
    public void No_line_is_wider_than_a_phone_shows_whatever_the_chart()
    {
        var random = new Random(20260101);

        for (var i = 0; i < 500; i++)
        {
            var chart = Any(random);
            TextChart.Lines(chart).ShouldAllBe(line => TextChart.WidthOf(line) <= TextChart.Width);
        }
    }

    [Fact]
    public void Bars_are_as_long_to_each_other_as_the_values()
    {
        var bars = Bars(Of(25, 50, 100));

        ((double)bars[0] / bars[2]).ShouldBe(0.25, 0.05);
        ((double)bars[1] / bars[2]).ShouldBe(0.5, 0.05);
    }

    [Fact]
    public void Longer_bar_never_stands_for_a_smaller_value()
    {
        var random = new Random(7);

        for (var i = 0; i < 200; i++)
        {
            var values = Enumerable.Range(0, 5).Select(_ => (decimal)random.Next(0, 1000)).Order().ToArray();
            var bars = Bars(Of(values));
            bars.ShouldBe(bars.Order());
        }
    }

    [Fact]
    public void Negative_growth_stands_left_of_the_axis_and_positive_right()
    {
        var lines = TextChart.Lines(Of(-5, 10));

        lines[1].IndexOf('█').ShouldBeLessThan(lines[1].IndexOf('│'));
        lines[2].IndexOf('█').ShouldBeGreaterThan(lines[2].IndexOf('│'));
        lines[1].IndexOf('│').ShouldBe(lines[2].IndexOf('│'));
    }

    [Fact]
    public void Zero_has_no_bar_and_what_is_tiny_has_a_trace()
    {
        var lines = TextChart.Lines(Of(0, 1, 1_000_000));

        lines[1].ShouldNotContain('█');
        lines[1].ShouldNotContain('▏');
        lines[2].ShouldContain('▏');
    }

    [Fact]
    public void All_zero_and_single_points_are_drawn_too()
    {
        TextChart.Lines(Of(0, 0)).Length.ShouldBe(3);
        TextChart.Lines(Of(42))[1].ShouldContain('█');
    }

    [Fact]
    public void Targets_have_another_glyph_and_values_stand_as_written_with_their_source()
    {
        var point = new ChartPoint("2020年", Period.OfYear(2020), 45, "45亿元以上", FigureStatus.Target, 2);

        var line = TextChart.Lines(new Chart("宁波市 技术交易额", "亿元", [new ChartSeries("宁波市目标", [point])]))[1];

        line.ShouldContain('░');
        line.ShouldEndWith("45亿元以上[2]");
    }

    private static int[] Bars(Chart chart) => [.. TextChart.Lines(chart).Skip(1).Select(l => l.Count(c => c == '█'))];

    private static Chart Of(params decimal[] values) => new("宁波市 技术交易额", "亿元",
        [new ChartSeries("宁波市", [.. values.Select((v, i) => Point($"{2015 + i}年", v, $"{v}亿元"))])]);

    private static ChartPoint Point(string label, decimal value, string written) =>
        new(label, Period.OfYear(2015), value, written, FigureStatus.Achieved, 1);

    private static Chart Any(Random random)
    {
        string[] labels = ["2019年", "2019年1—11月", "2011—2014年", "2022年前三季度"];
        string[] written = ["5%", "不少于12345.67万平方米以上", "第3位", "突破1,150家", "超过一百二十三万四千五百六十七亿元人民币左右"];
        var series = Enumerable.Range(0, random.Next(1, 4)).Select(s => new ChartSeries(
            new string('市', random.Next(1, 40)),
            [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Point(
                labels[random.Next(labels.Length)], (decimal)((random.NextDouble() - 0.3) * Math.Pow(10, random.Next(0, 9))), written[random.Next(written.Length)]))]));
        return new Chart(new string('额', random.Next(1, 40)), "万平方米", [.. series]);
    }
}
