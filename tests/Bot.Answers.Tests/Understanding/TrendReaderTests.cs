using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Tests.Understanding;

public sealed class TrendReaderTests
{
    private static readonly QuestionWords Words = new(null);
    private static readonly QuestionReader Questions = new(Words, new TopicReader(Words, Synonyms.Load(null, IndicatorVocabulary.Default), new EnglishWords(null)), new Attributes(null), Gazetteer.Default);
    private static readonly TrendReader Trends = new(Words);

    [Theory]
    [InlineData("台州历年技术交易额", null)]
    [InlineData("台州近三年高企总数有什么变化", 3)]
    [InlineData("台州过去5年高企数量走势", 5)]
    [InlineData("台州2018到2021年专利授权量怎么变的", null)]
    [InlineData("How did the patents of Taizhou change over the last five years", 5)]
    public void Course_over_years_is_understood(string question, int? lastYears)
    {
        var ask = Trends.Read(Questions.Read(question)).ShouldNotBeNull();

        ask.IsNamed.ShouldBeTrue();
        ask.LastYears.ShouldBe(lastYears);
    }

    [Fact]
    public void Span_of_years_alone_may_be_one_period()
    {
        var ask = Trends.Read(Questions.Read("台州2018到2021年专利授权量分别是多少件"));

        ask.ShouldNotBeNull().IsNamed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("台州2021年技术交易额是多少")]
    [InlineData("台州2020年和2021年技术交易额变化多少")]
    [InlineData("台州去年技术交易额有什么变化")]
    [InlineData("台州有哪些重点实验室")]
    [InlineData("我们是台州一家企业，这几年有什么补贴")]
    public void Other_questions_are_left_alone(string question) => Trends.Read(Questions.Read(question)).ShouldBeNull();
}
