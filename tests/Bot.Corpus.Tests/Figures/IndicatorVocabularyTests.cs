namespace Bot.Corpus.Tests.Figures;

public sealed class IndicatorVocabularyTests
{
    [Theory]
    [InlineData("高企", "国家高新技术企业")]
    [InlineData("国家重点扶持高新技术企业", "国家高新技术企业")]
    [InlineData("市级高新技术企业", "市级高新技术企业")]
    [InlineData("省级众创空间", "省级众创空间")]
    [InlineData("国家级科技企业孵化器", "国家级科技企业孵化器")]
    [InlineData("R&D投入强度", "全社会R&D经费支出占GDP比重")]
    public void Vocabulary_resolves_writings_to_one_name_and_keeps_the_level(string writing, string canonical)
    {
        var match = IndicatorVocabulary.Default.Resolve(writing);

        match.ShouldNotBeNull().Canonical.ShouldBe(canonical);
    }

    [Fact]
    public void Vocabulary_finds_the_longest_indicators_of_a_question()
    {
        var found = IndicatorVocabulary.Default.Find("2022年有效发明专利拥有量和省级重点实验室各是多少？");

        found.Select(match => match.Canonical).ShouldBe(["有效发明专利拥有量", "省级重点实验室"]);
    }

    [Fact]
    public void Vocabulary_learns_what_an_operator_adds()
    {
        using var additions = new StringReader("# ours\n海洋药物品种 | 海药品种 | marine drugs | 个 |\n国家高新技术企业 | 国高企 | | |\n");

        var vocabulary = IndicatorVocabulary.Load(additions);

        vocabulary.Resolve("海药品种").ShouldNotBeNull().Canonical.ShouldBe("海洋药物品种");
        vocabulary.Resolve("国高企").ShouldNotBeNull().Canonical.ShouldBe("国家高新技术企业");
        vocabulary.Resolve("高企").ShouldNotBeNull().Canonical.ShouldBe("国家高新技术企业");
    }

    [Fact]
    public void Vocabulary_gives_no_writing_to_two_indicators()
    {
        var writings = IndicatorVocabulary.Default.Indicators.SelectMany(indicator => indicator.Aliases.Prepend(indicator.Name));

        writings.GroupBy(writing => writing).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }
}
