using Bot.Answers.Composing;

namespace Bot.Answers.Tests.Composing;

public sealed class InlineListTests
{
    [Theory]
    [InlineData("对接沿江、沿海、环湖三大走廊", 3)]
    [InlineData("推进研发、转化、孵化和服务四个环节", 4)]
    [InlineData("实施“育苗计划”“壮干行动”“成林工程”", 3)]
    [InlineData("制定了《甲办法》、《乙办法》、《丙细则》等", 3)]
    [InlineData("新增高新技术企业20家，增长5%", 0)]
    public void Members_of_an_enumeration_are_counted(string sentence, int expected)
    {
        InlineList.Members(sentence).ShouldBe(expected);
    }
}
