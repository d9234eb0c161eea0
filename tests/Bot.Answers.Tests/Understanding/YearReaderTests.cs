using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Tests.Understanding;

public sealed class YearReaderTests
{
    [Theory]
    [InlineData("某市2019年有多少家", new[] { 2019 })]
    [InlineData("某市2023目标", new[] { 2023 })]
    [InlineData("某市15年发了多少", new[] { 2015 })]
    [InlineData("2011到2014年的评价", new[] { 2011, 2012, 2013, 2014 })]
    [InlineData("2021年和2022年相比", new[] { 2021, 2022 })]
    [InlineData("达到2000万元", new int[0])]
    [InlineData("近10年来", new int[0])]
    [InlineData("每万人28.51件", new int[0])]
    public void Years_are_read_from_words_that_mean_years(string question, int[] expected)
    {
        var folded = TextFolding.Fold(question);

        var (years, _) = YearReader.Read(folded);

        years.ShouldBe(expected);
    }
}
