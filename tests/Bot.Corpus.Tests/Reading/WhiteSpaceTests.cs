namespace Bot.Corpus.Tests;

public sealed class WhiteSpaceTests
{
    [Theory]
    [InlineData("\u3000\u3000全市新增高企88家，净增60家。", "全市新增高企88家，净增60家。")]
    [InlineData("全市新增\u200b高企\ufeff88家，净增\u000760家。", "全市新增高企88家，净增60家。")]
    [InlineData("全市新增高企88家，   净增60家。", "全市新增高企88家，净增60家。")]
    [InlineData("工 作 总 结 与 计 划", "工作总结与计划")]
    [InlineData("某某(江苏)有 限公司获得认定。", "某某(江苏)有 限公司获得认定。")]
    [InlineData("1. 全市申报（R&D 投入）５０％,不少于145家;力争达到200家.", "1. 全市申报（R&D 投入）５０％,不少于145家;力争达到200家.")]
    public async Task Only_white_space_changes(string line, string clean)
    {
        var document = await Read.TextAsync(line);

        document.Texts().ShouldBe([clean]);
    }
}
