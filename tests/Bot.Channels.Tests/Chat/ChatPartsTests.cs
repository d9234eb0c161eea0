using Bot.Corpus;

namespace Bot.Channels.Tests.Chat;

public sealed class ChatPartsTests
{
    [Theory]
    [InlineData("/help", "help", null, "")]
    [InlineData("/ASK@policy_bot 研发经费？", "ask", "policy_bot", "研发经费？")]
    [InlineData("/ask研发经费？", "ask", null, "研发经费？")]
    [InlineData(" /figures  绍兴 2019\n研发 ", "figures", null, "绍兴 2019\n研发")]
    public void Command_is_read_with_whom_it_is_for_and_its_words(string text, string name, string? to, string argument) =>
        ChatCommand.Read(text).ShouldBe(new ChatCommand(name, to, argument));

    [Theory]
    [InlineData("2019/2020年哪年多？")]
    [InlineData("/")]
    [InlineData("//help")]
    [InlineData("/帮助")]
    [InlineData("请看 /help")]
    public void Text_that_is_no_command_is_read_as_none(string text) => ChatCommand.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("临江市 2021 高企", 2)]
    [InlineData("2022 目标", 1)]
    [InlineData("临江 技术交易额 成交额", 1)]
    [InlineData("临江 研发经费 2021年 结果", 2)]
    [InlineData("目标 技术交易额", 1)]
    public async Task Figures_are_found_by_words_in_any_order(string words, int expected)
    {
        var lookup = new FigureLookup(new LedgerSearch(SampleLedger.Index, IndicatorVocabulary.Default), SampleLedger.Index);

        var page = await lookup.FindAsync(words, 0, 50, CancellationToken.None);

        page.Total.ShouldBe(expected, string.Join('\n', page.Figures.Select(FigureLine.Of)));
        page.Figures.ShouldAllBe(f => f.Figure.Doubt == null);
    }

    [Fact]
    public async Task Digest_tells_what_a_report_covers_and_cites_each_figure()
    {
        var index = SampleLedger.Index;

        var digest = await new ReportDigest(index).OfAsync(index.Catalogue.Single(e => e.Id == SampleReports.Linjiang.Id), isChanged: false, CancellationToken.None);

        digest.Text.ShouldContain($"新收录的报告：{SampleReports.Linjiang.Metadata.Title}");
        digest.Text.ShouldContain("62.4亿元[1]");
        digest.Text.ShouldContain("45亿元[", customMessage: digest.Text);
        digest.Text.ShouldNotContain("38.7"); // a doubtful one
        digest.Citations.ShouldAllBe(c => c.Text.Contains(c.Quote));
    }
}
