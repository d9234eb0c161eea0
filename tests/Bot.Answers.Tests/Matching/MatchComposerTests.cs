using System.Collections.Immutable;
using Bot.Answers.Grounding;
using Bot.Answers.Matching;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Tests.Matching;

public sealed class MatchComposerTests
{
    private const string Question = "我们是绍兴一家小微企业，去年研发费用260万元，缺研发经费，有什么补助？";
    private static readonly DateOnly Today = PolicyPages.Today;
    private static readonly ProfileReader Reader = new();
    private static readonly MeasureMatching Matching = new();

    private static readonly PolicyPages Pages = new(
        "绍兴市",
        "研发补助：对上年度研发费用200万元以上的小微企业，按研发费用的10%给予补助，最高20万元。",
        "创新券：高新技术企业购买检测服务的，可使用创新券。",
        "申请企业应无严重失信记录。",
        "大院补助：对研发费用5000万元以上的企业给予补助100万元。");

    [Fact]
    public void Answer_says_how_many_fit_what_each_gives_and_how_its_conditions_stand()
    {
        var answer = Compose(Question, english: false);

        answer.Text.Split('\n')[0].ShouldBe("按您说的情况，资料中有2项措施可能适用，其中1项的自身条件均已满足；首先是“研发补助”[1]。");
        answer.Text.ShouldContain("- 给什么：研发补助：对上年度研发费用200万元以上的小微企业，按研发费用的10%给予补助，最高20万元[1]");
        answer.Text.ShouldContain("- 测算：260万元×10%=26万元；最高20万元；可得20万元[1]");
        answer.Text.ShouldContain("- 满足：研发费用200万元以上[1]（您：2025年研发费用260万元）；小微企业[1]（您：小微企业）");
        answer.Text.ShouldContain("- 待确认：高新技术企业[2]");
        answer.Text.ShouldContain("（金额：原文未写明）");
        answer.Text.ShouldContain("的通用条件：");
        answer.Text.ShouldContain("再告诉我这些，清单会更准：");
        answer.Text.TrimEnd().ShouldEndWith("原文未写明的请向主管部门核实。");
    }

    [Fact]
    public void Every_number_of_the_answer_passes_the_gate_and_the_calculation_names_its_operands()
    {
        var answer = Compose(Question, english: false);

        DigitGate.Unsupported(answer, [Question, .. Reader.Read(Question, Today).ToldNumbers]).ShouldBeEmpty();
        var computed = answer.Computed.Where(c => c.Expression == "260万元×10%=26万元").ShouldHaveSingleItem();
        computed.Operands.ShouldContain(new ComputedOperand("260万元", null));
        computed.Operands.ShouldContain(new ComputedOperand("10%", 1));
    }

    [Fact]
    public void Calculation_with_an_operand_that_its_citation_does_not_hold_is_stopped()
    {
        var answer = Compose(Question, english: false);
        var altered = answer with { Computed = [.. answer.Computed.Select(c => c.Expression == "260万元×10%=26万元" ? c with { Expression = "260万元×12%=26万元" } : c)], Text = answer.Text.Replace("×10%", "×12%", StringComparison.Ordinal) };

        DigitGate.Unsupported(altered, [Question, .. Reader.Read(Question, Today).ToldNumbers]).ShouldNotBeEmpty();
    }

    [Fact]
    public void Step_may_rest_on_the_result_of_the_one_before()
    {
        var pages = new PolicyPages("绍兴市", "增量补助：按研发费用增量部分的10%给予补助。");
        var measure = pages.Measure("增量补助", [pages.Rate("增量部分的10%", 10, AmountBaseKind.RdIncrement, "研发费用增量部分")]);
        const string told = "我们在绍兴，前年研发300万、去年400万，能补多少？";
        var profile = Reader.Read(told, Today);

        var answer = new MatchComposer(Matching.Match(profile, [measure], Today), english: false).Compose().ShouldNotBeNull().Answered();

        answer.Text.ShouldContain("100万元×10%=10万元");
        DigitGate.Unsupported(answer, [told, .. profile.ToldNumbers]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("5.本标准自2023年起执行", "本标准自2023年起执行")]
    [InlineData("3.2025年度已完成填报", "2025年度已完成填报")]
    [InlineData("2.5倍", "2.5倍")]
    public void Number_of_a_list_item_is_not_quoted(string quoted, string said) => MeasureTeller.Unnumbered(quoted).ShouldBe(said);

    [Fact]
    public void Number_that_nobody_told_is_stopped_by_the_gate()
    {
        var answer = Compose(Question, english: false);

        DigitGate.Unsupported(answer, []).ShouldNotBeEmpty();
    }

    [Fact]
    public void Near_miss_is_named_as_such_with_the_condition_that_stands_against_it()
    {
        var answer = Compose(Question, english: false);

        answer.Text.ShouldContain("◇ 暂不符合：大院补助");
        answer.Text.ShouldContain("- 不满足：研发费用5000万元以上");
    }

    [Fact]
    public void Of_many_measures_the_one_asked_for_is_told_some_are_named_and_the_rest_counted()
    {
        string[] rules = ["博士引进：企业引进博士的给予补贴。", .. Enumerable.Range(0, 9).Select(i => $"{"甲乙丙丁戊己庚辛壬"[i]}类奖励：对{"甲乙丙丁戊己庚辛壬"[i]}类企业给予奖励。")];
        var pages = new PolicyPages("绍兴市", rules);
        const string asked = "我们在绍兴，想引进博士，能补多少？";
        var result = Matching.Match(Reader.Read(asked, Today), [.. rules.Select(r => pages.Measure(r.Split('：')[0]))], Today, asked);

        var answer = new MatchComposer(result, english: false).Compose().ShouldNotBeNull().Answered();

        answer.Text.ShouldContain("首先是“博士引进”");
        answer.Text.Split('◆').Length.ShouldBe(2);
        answer.Text.ShouldContain("/match");
        answer.Text.Length.ShouldBeLessThan(500);
    }

    [Fact]
    public void English_answer_has_english_labels_and_quotes_the_source_as_it_is()
    {
        var answer = Compose(Question, english: true);

        answer.Text.ShouldContain("- Gives: 研发补助：对上年度研发费用200万元以上的小微企业");
        answer.Text.ShouldContain("- met: ");
        answer.Text.ShouldContain("- to confirm: 高新技术企业");
        DigitGate.Unsupported(answer, [Question, .. Reader.Read(Question, Today).ToldNumbers]).ShouldBeEmpty();
    }

    [Fact]
    public void Where_nothing_is_offered_and_nothing_comes_near_there_is_no_answer()
    {
        var result = Matching.Match(Reader.Read("我们在宁波注册", Today), Measures(), Today);

        new MatchComposer(result, english: false).Compose().ShouldBeNull();
    }

    private static Answer.Answered Compose(string question, bool english)
    {
        var result = Matching.Match(Reader.Read(question, Today), Measures(), Today);
        return new MatchComposer(result, english).Compose().ShouldNotBeNull().Answered();
    }

    private static ImmutableArray<FoundMeasure> Measures()
    {
        var general = Pages.Named(ConditionKind.Credit, "无严重失信记录") with { IsGeneral = true };
        return
        [
            Pages.Measure(
                "研发补助",
                [Pages.Rate("研发费用的10%", 10, AmountBaseKind.RdSpending, "研发费用"), Pages.Sum("最高20万元", 20, AmountKind.Ceiling)],
                [Pages.Measured(ConditionKind.RdSpending, "研发费用200万元以上", ConditionOperator.AtLeast, 200, "万元"), Pages.Named(ConditionKind.Size, "小微企业", "小微企业"), general]),
            Pages.Measure("创新券", conditions: [Pages.Named(ConditionKind.Recognition, "高新技术企业", "高新技术企业"), general], instrument: Instrument.Voucher),
            Pages.Measure(
                "大院补助",
                [Pages.Sum("补助100万元", 100)],
                [Pages.Measured(ConditionKind.RdSpending, "研发费用5000万元以上", ConditionOperator.AtLeast, 5000, "万元")]),
        ];
    }
}
