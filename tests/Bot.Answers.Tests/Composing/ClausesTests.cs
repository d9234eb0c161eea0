using Bot.Answers.Composing;

namespace Bot.Answers.Tests.Composing;

public sealed class ClausesTests
{
    [Theory]
    [InlineData("实现增加值365.2亿元，增长7.1%，全省第三。", 3)]
    [InlineData("吸纳技术1,250项，成交额3亿元", 2)]
    [InlineData("建设平台（含市级，县级）5个，新增2个", 2)]
    [InlineData("发布“人工智能，未来已来”行动，成效明显", 2)]
    public void Sentence_is_split_at_commas_outside_brackets_quotes_and_numbers(string sentence, int expected)
    {
        var clauses = Clauses.Of(sentence);

        clauses.Length.ShouldBe(expected);
        string.Concat(clauses.Select(c => c.Of(sentence))).ShouldBe(sentence);
    }
}
