using Bot.Channels.WeCom;

namespace Bot.Channels.Tests.WeCom;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("**研发经费**62.4亿元[1]", "研发经费62.4亿元[1]")]
    [InlineData("> [1][第2段](https://bot.example.cn/reports/a#p2)\n> 全年62.4亿元。", "[1]第2段\nhttps://bot.example.cn/reports/a#p2\n全年62.4亿元。")]
    [InlineData("5 > 3，[1]不是链接", "5 > 3，[1]不是链接")]
    public void Marks_are_taken_out_and_words_stay(string markdown, string plain)
    {
        PlainWords.Of(markdown).ShouldBe(plain);

        PlainWords.Of(markdown).Length.ShouldBeLessThanOrEqualTo(markdown.Length);
    }
}
