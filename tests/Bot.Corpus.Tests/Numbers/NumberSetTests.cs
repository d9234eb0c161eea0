namespace Bot.Corpus.Tests.Numbers;

public sealed class NumberSetTests
{
    private const string Source = "2019年，新认定128家，净增九十六家，发放创新券4686万元，增长45.8%，列全省第三位，融入G60走廊，压缩时间1/3以上。";

    [Theory]
    [InlineData("2019年新认定128家[1]")]
    [InlineData("净增96家，创新券0.4686亿元，增长45.80％，全省第3，G60走廊，三分之一")]
    public void Set_holds_a_number_whatever_its_writing(string answer)
    {
        var set = NumberSet.Of(Source);

        set.Missing(answer).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("新认定129家")]
    [InlineData("净增九十五家")]
    [InlineData("创新券4686元")]
    [InlineData("创新券4666万元")]
    [InlineData("增长45.9%")]
    [InlineData("增长128%")]
    [InlineData("全省第2")]
    [InlineData("G50走廊")]
    [InlineData("压缩1/4")]
    [InlineData("2018年")]
    public void Set_misses_a_number_with_one_digit_or_unit_altered(string answer)
    {
        var set = NumberSet.Of(Source);

        set.Missing(answer).ShouldNotBeEmpty();
    }

    [Fact]
    public void Set_misses_every_one_digit_alteration_of_its_text()
    {
        const string source = "高新技术产业产值4472.21亿元，增长13.5%，新产品产值率35.27%，授权8296件，占比1/7";
        var set = NumberSet.Of(source);

        for (var i = 0; i < source.Length; i++)
        {
            if (!char.IsAsciiDigit(source[i]))
                continue;
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (digit != source[i])
                    set.Missing(source[..i] + digit + source[(i + 1)..]).ShouldNotBeEmpty();
            }
        }
    }
}
