namespace Bot.Channels.Tests.Chat;

public sealed class QuoteExcerptTests
{
    [Fact]
    public void Long_quotation_keeps_its_beginning_and_the_clauses_with_numbers_of_the_answer()
    {
        var filling = string.Concat(Enumerable.Repeat("全面推进各项工作，", 20));
        var quote = $"2021年，{filling}研发经费支出62.4亿元，{filling}占比重2.31%，{filling}";

        var excerpt = new QuoteExcerpt("研发经费支出62.4亿元[1]，占2.31%[2]。").Of(quote, 20);

        excerpt.ShouldBe("2021年，全面推进各项工作，…研发经费支出62.4亿元，…占比重2.31%，…");
    }

    [Theory]
    [InlineData("不长的一句话。", "不长的一句话。")]
    [InlineData("一二三四五六七八九十，甲乙丙丁戊己庚辛壬癸，只有1项。", "一二三四五六七八九十，…")]
    public void Short_one_stays_and_a_marker_is_no_number_of_the_answer(string quote, string expected) =>
        new QuoteExcerpt("说明[1]。").Of(quote, 16).ShouldBe(expected);
}
