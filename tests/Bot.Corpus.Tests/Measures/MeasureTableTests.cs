namespace Bot.Corpus.Tests.Measures;

/// <summary>What the cells of a table of standards say.</summary>
public sealed class MeasureTableTests
{
    [Fact]
    public async Task Sum_per_piece_may_have_its_piece_in_its_unit()
    {
        var register = await RowAsync("标准制定", "作为第一起草单位发布国家标准、行业标准", "国家标准20万元/项，行业标准8万元/项");

        register.Amounts.ShouldBe([(AmountKind.PerPiece, 20m, "万元/项"), (AmountKind.PerPiece, 8m, "万元/项")]);
        register.Only.Amounts[0].Per!.Value.Text.ShouldBe("项");
        register.Only.Instrument.ShouldBe(Instrument.Reward);
    }

    [Fact]
    public async Task Points_of_interest_and_growth_of_spending_are_rates()
    {
        (await RowAsync("设备贷款", "取得银行贷款", "按1.5个百分点贴息，贴息期限2年")).Amounts.ShouldBe([(AmountKind.Rate, 1.5m, "个百分点")]);
        (await RowAsync("研发投入", "规模以上工业企业", "研发费用同比增加额的12%")).Amounts.ShouldBe([(AmountKind.Rate, 12m, "%")]);
    }

    [Fact]
    public async Task Share_of_part_of_the_room_is_limited_to_that_part()
    {
        var register = await RowAsync("房租补助", "成立时间不超过3年", "200平方米以内部分按实际租金的50%给予补助");

        register.Amounts.ShouldBe([(AmountKind.Ceiling, 200m, "平方米"), (AmountKind.Rate, 50m, "%")], ignoreOrder: true);
    }

    [Fact]
    public async Task Help_in_kind_is_a_measure_without_a_sum()
    {
        var register = await RowAsync("数字化诊断", "规模以下工业企业", "委托专业机构免费诊断1次");

        register.Only.Instrument.ShouldBe(Instrument.Service);
        register.Only.Beneficiary!.Value.Text.ShouldBe("规模以下工业企业");
        register.Only.Conditions.ShouldHaveSingleItem().Words.ShouldBe(["规模以下企业"]);
    }

    [Fact]
    public async Task Head_or_line_above_may_have_the_unit_of_bare_sums()
    {
        var head = await TableAsync("", "项目 | 申报条件 | 奖补标准（万元）", "研发机构 | 新获批省级以上研发机构 | 国家级100；省级30");
        var line = await TableAsync("单位：万元", "项目 | 对象与条件 | 额度 | 上限", "参展补贴 | 参加境外展会 | 展位费的70% | 每个展会5，每家企业每年20");

        head.Amounts.ShouldBe([(AmountKind.Fixed, 100m, "万元"), (AmountKind.Fixed, 30m, "万元")]);
        line.Amounts.ShouldBe([(AmountKind.Rate, 70m, "%"), (AmountKind.Ceiling, 5m, "万元"), (AmountKind.Ceiling, 20m, "万元")]);
        line.Only.Amounts[2].Per!.Value.Text.ShouldBe("每家企业每年");
    }

    [Theory]
    [InlineData("分别奖励50万元、20万元")]
    [InlineData("奖励（万元）：50、20")]
    public async Task Sums_side_by_side_are_of_what_the_cell_before_names(string standard)
    {
        var register = standard.Contains('：')
            ? await TableAsync("", "项目 | 申报条件 | 奖励（万元）", "专精特新 | 新认定国家级专精特新“小巨人”企业、省级专精特新中小企业 | 50、20")
            : await RowAsync("专精特新", "新认定国家级专精特新“小巨人”企业、省级专精特新中小企业", standard);

        register.Only.Amounts.Select(a => (a.Branch, a.Value)).ShouldBe([(1, 50m), (2, 20m)]);
        register.Only.Conditions.Where(c => c.Kind == ConditionKind.Recognition).Select(c => (c.Branch, register.Quote(c.Span)))
            .ShouldBe([(1, "国家级专精特新“小巨人”企业"), (2, "省级专精特新中小企业")]);
    }

    [Theory]
    [InlineData("小微企业购买云服务", "小微企业")]
    [InlineData("新认定的国家级制造业单项冠军企业", "国家级制造业单项冠军企业")]
    [InlineData("与高校院所签订技术合同", null)]
    [InlineData("作为第一起草单位发布国家标准", null)]
    [InlineData("项目已备案", null)]
    public async Task Condition_names_who_it_is_for_where_it_begins_with_them(string condition, string? beneficiary) =>
        (await RowAsync("云服务", condition, "最高5万元")).Only.Beneficiary?.Text.ShouldBe(beneficiary);

    [Fact]
    public async Task What_was_done_is_asked_beside_what_one_is()
    {
        var register = await RowAsync("科技保险", "2025年度投保研发费用损失险的高新技术企业", "按实际支付保费的40%给予补贴");

        register.Only.Conditions.Select(c => c.Kind).ShouldBe([ConditionKind.Other, ConditionKind.Recognition]);
    }

    [Fact]
    public async Task Who_receives_it_is_said_where_it_is_given()
    {
        var register = await RowAsync("孵化器", "新认定的国家级科技企业孵化器", "给予运营单位100万元补助");

        register.Only.Beneficiary!.Value.Text.ShouldBe("运营单位");
    }

    [Fact]
    public async Task Rules_before_the_table_and_remarks_behind_it_hold_for_its_rows()
    {
        var register = await Register.OfMarkdownAsync("""
            # 临州市制造业奖补标准

            本标准适用于在临州市注册的制造业企业。

            | 项目 | 申报条件 | 标准 |
            | --- | --- | --- |
            | 设备更新 | 项目已备案 | 投资额的8% |

            申报时间为2026年3月1日至3月31日。
            """);

        register.Only.Conditions.Where(c => c.IsGeneral).Select(c => c.Kind).ShouldBe([ConditionKind.Region, ConditionKind.Sector]);
        register.Only.Application!.Closes.ShouldBe(new DateOnly(2026, 3, 31));
    }

    private static Task<Register> RowAsync(string name, string condition, string standard) => TableAsync("", "项目 | 申报条件 | 标准", $"{name} | {condition} | {standard}");

    private static Task<Register> TableAsync(string before, string head, string row) =>
        Register.OfMarkdownAsync($"# 临州市制造业奖补标准\n\n{before}\n\n| {head} |\n|{string.Concat(Enumerable.Repeat(" --- |", head.Split('|').Length))}\n| {row} |\n");
}
