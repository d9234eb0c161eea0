using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Grounding;
using Bot.Corpus;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Answers.Tests.Grounding;

public sealed class DigitGateTests
{
    private const string Source = "2023年，全市新认定高新技术企业128家，净增96家，总数达731家，技术交易额1.2亿元。";

    [Theory]
    [InlineData("新认定128家[1]。")]
    [InlineData("新认定１２８家[1]。")]
    [InlineData("技术交易额12000万元[1]。")]
    [InlineData("全市新认定一百二十八家[1]。")]
    public void Number_that_stands_in_the_cited_paragraph_passes(string line)
    {
        DigitGate.Unsupported(Answer(line), []).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("新认定129家[1]。")]
    [InlineData("新认定128家。")]
    [InlineData("占比128%[1]。")]
    [InlineData("新认定128家[2]。")]
    [InlineData("技术交易额1.2万元[1]。")]
    public void Number_without_support_is_stopped(string line)
    {
        DigitGate.Unsupported(Answer(line), []).ShouldBe([line]);
    }

    [Fact]
    public void Computed_number_passes_when_listed()
    {
        var answer = Answer("较上年多731−603=128家[1]。", new ComputedNumber(128, "731−603=128家"));

        DigitGate.Unsupported(answer, []).ShouldBeEmpty();
    }

    [Fact]
    public void Any_answer_with_one_digit_altered_is_stopped() => Prop.ForAll(
        Gen.Choose(10, 99_999).Zip(Gen.Choose(0, 4)).Zip(Gen.Choose(1, 9)).ToArbitrary(),
        drawn =>
        {
            var ((number, place), shift) = drawn;
            var digits = number.ToString(CultureInfo.InvariantCulture).ToCharArray();
            var at = place % digits.Length;
            digits[at] = (char)('0' + ((digits[at] - '0' + shift) % 10));
            var altered = new string(digits).TrimStart('0');
            if (altered.Length == 0)
                altered = "0";
            var answer = Answer($"新增{altered}家[1]。", source: $"全年新增{number}家。");
            return DigitGate.Unsupported(answer, []).Length == 1;
        }).QuickCheckThrowOnFailure();

    private static Answer.Answered Answer(string text, ComputedNumber? computed = null, string source = Source) => new(
        "1",
        text,
        AnswerMode.Extractive,
        [new Citation(1, new ReportId("r"), "某市总结", "某市", 3, "一、主要工作", source, source)],
        computed is null ? [] : [computed],
        ImmutableArray<AnswerFigure>.Empty,
        []);
}
