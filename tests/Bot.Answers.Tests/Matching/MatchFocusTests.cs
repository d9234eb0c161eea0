using Bot.Answers.Matching;
using Bot.Retrieval;

namespace Bot.Answers.Tests.Matching;

public sealed class MatchFocusTests
{
    private static readonly string[] Rules =
    [
        "瞪羚培育：对入选瞪羚名单的企业给予奖励。", "博士引进：企业全职引进博士的给予补贴。", "展会补贴：企业参加境外展会的按展位费给予补贴。",
        "保险补贴：企业投保科技保险的按保费给予补贴。", "研发补助：按企业研发费用给予补助。", "租金补贴：企业租用厂房的按租金给予补贴。",
    ];

    private static readonly PolicyPages Pages = new("绍兴市", Rules);
    private static readonly FoundMeasure[] Measures = [.. Rules.Select(r => Pages.Measure(r.Split('：')[0]))];

    [Theory]
    [InlineData("我们在绍兴，想引进博士，能补多少", "博士引进")]
    [InlineData("科技保险的保费付了30万元，能补多少", "保险补贴")]
    [InlineData("我们刚进了瞪羚名单，有奖励吗", "瞪羚培育")]
    public void Measure_that_the_question_speaks_of_comes_first(string words, string expected)
    {
        var focus = MatchFocus.Of(Measures, words, need: null);

        focus.MaxBy(f => f.Value).Key.Measure.Name.ShouldBe(expected);
        focus.Count(f => f.Value >= MatchFocus.Strong).ShouldBe(1);
    }

    [Theory]
    [InlineData("我们是绍兴的企业，有什么补助可以申请")]
    [InlineData(null)]
    public void Question_of_no_measure_in_particular_prefers_none(string? words) =>
        MatchFocus.Of(Measures, words, need: null).ShouldBeEmpty();
}
