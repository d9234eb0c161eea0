using System.Text.Json;
using Bot.Answers;
using Bot.Corpus;

namespace Bot.Tests.Evaluation;

/// <summary>The judge must be stricter than a reader in a hurry and blind to mere ways of writing.</summary>
public sealed class JudgeTests
{
    [Theory]
    [InlineData("增长15%。", "5%", false)]
    [InlineData("占2.85%", "2.8", false)]
    [InlineData("占2.85%", "85%", false)]
    [InlineData("共128家", "128", true)]
    [InlineData("共 1,346 家", "1346家", true)]
    [InlineData("投入１２．５亿元", "12.5亿元", true)]
    [InlineData("**新认定**“双倍增”", "新认定双倍增", true)]
    [InlineData("文号〔2019〕5号", "[2019]5号", true)]
    [InlineData("1—11月", "1-11月", true)]
    [InlineData("第3 5段", "35", false)]
    public void Fact_is_found_whatever_its_writing_but_never_inside_another_number(string text, string fact, bool isThere)
    {
        var folded = EvaluationText.Fold(text);

        EvaluationText.Holds(folded, fact).ShouldBe(isThere);
    }

    [Theory]
    [InlineData("新认定128家[1]。", "")]
    [InlineData("新认定129家[1]。", "missing 128家|128个")]
    [InlineData("新认定128家[1]，总数1346家。", "shows 1346")]
    public void Answer_passes_with_every_fact_and_nothing_forbidden(string text, string fault)
    {
        var expect = Expect("""{"facts": [["128家", "128个"]], "forbid": ["1346"], "cite": [{"doc": "a", "contains": "新认定128家"}]}""");

        var faults = Judge.Faults(expect, Answered(text, "全年新认定 128 家。"));

        string.Join("; ", faults).ShouldBe(fault);
    }

    [Fact]
    public void Answer_fails_without_the_paragraph_that_tells()
    {
        var expect = Expect("""{"facts": ["128家"], "cite": [{"doc": "a", "contains": "新认定128家"}]}""");

        var faults = Judge.Faults(expect, Answered("128家[1]", "计划认定128家。"));

        faults.ShouldBe(["no citation of the source paragraph"]);
    }

    [Fact]
    public void Answer_that_should_cite_each_document_fails_with_one()
    {
        var expect = Expect("""{"cite": [{"doc": "a", "contains": "甲"}, {"doc": "b", "contains": "乙"}], "cite_each_doc": true}""");

        var faults = Judge.Faults(expect, Answered("见[1]", "甲"));

        faults.ShouldBe(["cites only a"]);
    }

    [Theory]
    [InlineData("""{"refuse": true}""", "did not refuse")]
    [InlineData("{}", "")]
    public void Outcome_must_be_the_expected_one(string expect, string fault)
    {
        var faults = Judge.Faults(Expect(expect), Answered("128家[1]", "128家"));

        string.Join("; ", faults).ShouldBe(fault);
    }

    [Theory]
    [InlineData("2019年128家[1]", "")]
    [InlineData("2019年128.5家[1]", "128.5")]
    [InlineData("2019年3.50亿元[1]", "")]
    [InlineData("2019年129家[1]", "129")]
    [InlineData("2019年128家，比上年多25家[1]", "")]
    [InlineData("第7段有128家[1][2]", "")]
    public void Number_is_grounded_in_the_question_a_cited_paragraph_or_a_sum(string text, string ungrounded)
    {
        var answer = Answered(text, "新认定128家，投入3.5亿元。") with { Computed = [new ComputedNumber(25m, "128−103=25")] };

        var found = Judge.UngroundedNumbers(answer, ["2019年多少家"]);

        string.Join(", ", found).ShouldBe(ungrounded);
    }

    private static Expectation Expect(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Expectation.Parse(document.RootElement);
    }

    private static Answer.Answered Answered(string text, string cited) => new(
        "id", text, AnswerMode.Extractive, [new Citation(1, new ReportId("a"), "题目", null, 7, "", cited, cited)], [], [], []);
}
