using Bot.Answers.Several;

namespace Bot.Answers.Tests.Several;

public sealed class AskCutterTests
{
    [Theory]
    [InlineData("宁波2022年新认定几家高企?目标是多少?占全省多少,谁牵头", 4)]
    [InlineData("宁波2022年技术交易额多少、同比增长多少、全省第几", 3)]
    [InlineData("宁波发了多少用了多少", 2)]
    [InlineData("宁波高企多少家以及科小多少家", 2)]
    [InlineData("how many patents were granted, and what was the growth", 2)]
    public void Cutter_finds_each_question_of_a_message(string message, int asks)
    {
        AskCutter.Cut(message).Length.ShouldBe(asks);
    }

    [Theory]
    [InlineData("宁波产学研合作项目有多少")]
    [InlineData("宁波知识产权创造和运用情况怎么样")]
    [InlineData("宁波对小微企业和个人补多少")]
    [InlineData("宁波和温州2022年高企多少家,差多少")]
    [InlineData("宁波2022年高企有多少家,还差几家")]
    [InlineData("宁波pct申请多少件?是全年数吗")]
    [InlineData("我们是宁波的公司,刚成立,能拿多少补助")]
    [InlineData("宁波“科创、人才、平台”三大行动有哪些")]
    public void Cutter_leaves_one_question_whole(string message)
    {
        AskCutter.Cut(message).ShouldHaveSingleItem();
    }
}
