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
    public void Writing_that_an_operator_gives_to_an_indicator_is_that_indicator_s()
    {
        using var additions = new StringReader("本市高企 | 高企 | | 家 |");

        IndicatorVocabulary.Load(additions).Resolve("高企").ShouldNotBeNull().Canonical.ShouldBe("本市高企");
    }

    [Theory]
    [InlineData("海洋药物品种、海药品种", "2 到 5 栏")]
    [InlineData("海洋药物品种 | 海药 | marine drugs | 个 | 药 | 品", "2 到 5 栏")]
    [InlineData(" | 海药", "不能为空")]
    [InlineData("海洋药物品种 | 海药, 海药品种", "顿号")]
    [InlineData("海洋药物品种 | \uFFFD\uFFFD", "UTF-8")]
    [InlineData("海洋化工品种 | 海品", "“海品”已写给“海洋药物品种”")]
    public void Line_of_a_file_that_would_be_misunderstood_is_named_with_its_number(string line, string problem)
    {
        using var folder = new VocabularyFolder($"# 本市\n海洋药物品种 | 海品 | | 个 |\n\n{line}\n");

        var refusal = Should.Throw<FormatException>(() => IndicatorVocabulary.OfFolder(folder.Path));

        refusal.Message.ShouldContain("indicators.txt 第 4 行");
        refusal.Message.ShouldContain(problem);
    }

    [Fact]
    public async Task Another_vocabulary_makes_another_content_hash_and_other_figures_in_prose_and_tables()
    {
        using var folder = new VocabularyFolder("海洋药物品种 | 海药品种 | marine drugs | 个 |\n");
        var path = folder.Write("a.md", "# 甲市2021年科技工作总结\n\n2021年，全市海药品种达12个。\n\n| 市区 | 海药品种 |\n| --- | --- |\n| 甲区 | 7 |\n");
        var taught = new CorpusReader(indicators: IndicatorVocabulary.OfFolder(folder.Path));
        var plain = new CorpusReader();

        var report = (await taught.ReadAsync(path, CancellationToken.None)).ShouldBeOfType<ReadOutcome.Success>().Report;

        report.ContentHash.ShouldBe(await taught.HashAsync(path, CancellationToken.None));
        report.ContentHash.ShouldNotBe(await plain.HashAsync(path, CancellationToken.None));
        report.Figures.Select(f => (f.Value, f.Indicator)).ShouldBe([(12m, "海洋药物品种"), (7m, "海洋药物品种")]);
        IndicatorVocabulary.OfFolder(null).ShouldBeSameAs(IndicatorVocabulary.Default);
    }

    [Fact]
    public void Vocabulary_gives_no_writing_to_two_indicators()
    {
        var writings = IndicatorVocabulary.Default.Indicators.SelectMany(indicator => indicator.Aliases.Prepend(indicator.Name));

        writings.GroupBy(writing => writing).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }

    private sealed class VocabularyFolder : IDisposable
    {
        public VocabularyFolder(string indicators) => Write(IndicatorVocabulary.FileName, indicators);

        public string Path { get; } = Directory.CreateTempSubdirectory("words-").FullName;

        public string Write(string file, string text)
        {
            var path = System.IO.Path.Combine(Path, file);
            File.WriteAllText(path, text);
            return path;
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
