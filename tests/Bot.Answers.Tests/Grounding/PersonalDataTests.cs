using Bot.Answers.Grounding;

namespace Bot.Answers.Tests.Grounding;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("请联系13812345678", "请联系（号码已略）")]
    [InlineData("电话0571-87654321", "电话（号码已略）")]
    [InlineData("邮箱someone@example.com。", "邮箱（邮箱已略）。")]
    [InlineData("增加值1212.6亿元", "增加值1212.6亿元")]
    public void Contact_data_is_masked_and_figures_are_not(string text, string expected)
    {
        PersonalData.Mask(text).ShouldBe(expected);
    }
}
