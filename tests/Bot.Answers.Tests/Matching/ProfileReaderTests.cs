using Bot.Answers.Matching;
using Bot.Corpus;

namespace Bot.Answers.Tests.Matching;

public sealed class ProfileReaderTests
{
    private static readonly DateOnly Today = PolicyPages.Today;
    private static readonly ProfileReader Reader = new();

    [Theory]
    [InlineData("我们是杭州一家初创科技型小微企业，缺研发经费，有什么补助？", "杭州市")]
    [InlineData("公司注册在浙江省宁波市鄞州区，想贷款", "鄞州区")]
    [InlineData("我们在绍兴注册，客户主要在上海，有什么政策", "绍兴市")]
    [InlineData("在长沙的湖南大学做检测花了18万元，我们是株洲注册的企业", "株洲市")]
    [InlineData("We are a small company in Hangzhou, any grants?", "杭州市")]
    [InlineData("我们有高企证书，能拿什么奖励", null)]
    public void Place_is_where_the_enterprise_is_registered(string told, string? expected)
    {
        Reader.Read(told, Today).Region?.Name.ShouldBe(expected);
        (Reader.Read(told, Today).Region is null).ShouldBe(expected is null);
    }

    [Theory]
    [InlineData("我们2023年成立", "2023-01-01", "2023-12-31")]
    [InlineData("2023年6月8日在株洲注册", "2023-06-08", "2023-06-08")]
    [InlineData("公司成立于2021年5月", "2021-05-01", "2021-05-31")]
    [InlineData("去年刚成立的公司", "2025-01-01", "2025-12-31")]
    [InlineData("成立三年了", "2022-06-02", "2023-06-01")]
    [InlineData("成立不到两年", "2024-06-02", "2026-06-01")]
    [InlineData("刚注册的公司", "2025-06-01", "2026-06-01")]
    [InlineData("our company was founded in 2022", "2022-01-01", "2022-12-31")]
    public void Founding_is_read_as_exactly_as_it_is_told(string told, string earliest, string latest)
    {
        var founded = Reader.Read(told, Today).Founded.ShouldNotBeNull();

        founded.Earliest.ToString("yyyy-MM-dd", null).ShouldBe(earliest);
        founded.Latest.ToString("yyyy-MM-dd", null).ShouldBe(latest);
    }

    [Theory]
    [InlineData("去年研发200万、今年260万", ProfileQuantity.RdSpending, 2026, 2_600_000)]
    [InlineData("去年研发200万、今年260万", ProfileQuantity.RdSpending, 2025, 2_000_000)]
    [InlineData("去年收入300万元，研发花了80万元（前年40万元）", ProfileQuantity.Revenue, 2025, 3_000_000)]
    [InlineData("去年收入300万元，研发花了80万元（前年40万元）", ProfileQuantity.RdSpending, 2025, 800_000)]
    [InlineData("去年收入300万元，研发花了80万元（前年40万元）", ProfileQuantity.RdSpending, 2024, 400_000)]
    [InlineData("2024年研发投入1,250万元", ProfileQuantity.RdSpending, 2024, 12_500_000)]
    [InlineData("员工50人，年销售3000万", ProfileQuantity.Staff, null, 50)]
    [InlineData("员工50人，年销售3000万", ProfileQuantity.Revenue, null, 30_000_000)]
    [InlineData("50人的团队，其中研发20人", ProfileQuantity.RdStaff, null, 20)]
    [InlineData("做工业软件，12个人", ProfileQuantity.Staff, null, 12)]
    [InlineData("有3件发明专利、10件软著", ProfileQuantity.InventionPatents, null, 3)]
    [InlineData("有3件发明专利、10件软著", ProfileQuantity.SoftwareCopyrights, null, 10)]
    [InlineData("研发占营收6%", ProfileQuantity.RdShare, null, 6)]
    [InlineData("研发人员占30%", ProfileQuantity.RdStaffShare, null, 30)]
    [InlineData("技术合同成交额五百万元", ProfileQuantity.ContractValue, null, 5_000_000)]
    [InlineData("去年付了贷款利息20万元", ProfileQuantity.LoanInterest, 2025, 200_000)]
    [InlineData("一年房租12万", ProfileQuantity.Rent, null, 120_000)]
    [InlineData("检测费花了18万元", ProfileQuantity.ServiceSpending, null, 180_000)]
    [InlineData("买设备投了1.2亿元", ProfileQuantity.EquipmentInvestment, null, 120_000_000)]
    public void Number_is_told_of_what_its_words_and_unit_say(string told, ProfileQuantity of, int? year, int value)
    {
        var quantity = Reader.Read(told, Today).Quantities.Where(q => q.Of == of && q.Year == year).ShouldHaveSingleItem();

        quantity.Value.ShouldBe(value);
    }

    [Fact]
    public void Facts_are_read_from_english()
    {
        var profile = Reader.Read("We are a small high-tech company in Shaoxing, founded in 2021, with 50 employees. R&D spending was 8 million yuan in 2025 and 6 million in 2024.", Today);

        profile.Region!.Name.ShouldBe("绍兴市");
        profile.Founded!.Earliest.Year.ShouldBe(2021);
        profile.Standings.Select(s => s.Name).ShouldContain("高新技术企业");
        profile.Quantities.Select(q => (q.Of, q.Year, q.Value)).ShouldBe(
            [(ProfileQuantity.Staff, null, 50m), (ProfileQuantity.RdSpending, 2025, 8_000_000m), (ProfileQuantity.RdSpending, 2024, 6_000_000m)]);
    }

    [Theory]
    [InlineData("我们公司不在绍兴，在嘉兴", "嘉兴市")]
    [InlineData("我们在嘉兴，能拿绍兴的补助吗", "嘉兴市")]
    public void Place_is_where_the_firm_is_and_not_where_it_is_not(string told, string place) =>
        Reader.Read(told, Today).Region!.Name.ShouldBe(place);

    [Theory]
    [InlineData("Revenue 2025: 40 million yuan", ProfileQuantity.Revenue, 2025, 40_000_000)]
    [InlineData("R&D spending of RMB 2.6 million in 2025", ProfileQuantity.RdSpending, 2025, 2_600_000)]
    [InlineData("In 2025 our revenue was RMB 40 million", ProfileQuantity.Revenue, 2025, 40_000_000)]
    [InlineData("研发费用：2025年260万元", ProfileQuantity.RdSpending, 2025, 2_600_000)]
    public void Number_is_read_of_the_name_before_a_colon_and_from_english(string told, ProfileQuantity of, int year, int value) =>
        Reader.Read(told, Today).Quantities.ShouldHaveSingleItem().ShouldSatisfyAllConditions(q => (q.Of, q.Year, q.Value).ShouldBe((of, year, (decimal)value)));

    [Theory]
    [InlineData("研发费用100万到300万")]
    [InlineData("年销售3000万-5000万元")]
    [InlineData("新引进博士2名")]
    [InlineData("聘了一位外国专家")]
    [InlineData("集团去年研发费用5亿元")]
    public void Range_some_of_the_staff_and_what_others_spend_tell_no_number(string told) =>
        Reader.Read(told, Today).Quantities.ShouldBeEmpty();

    [Theory]
    [InlineData("公司成立于2023-13")]
    [InlineData("公司成立于2023年2月30日")]
    public void Founding_on_no_day_of_the_calendar_is_not_guessed(string told) =>
        Reader.Read(told, Today).Founded.ShouldBeNull();

    [Fact]
    public void Year_just_named_is_the_one_meant_by_that_year() =>
        Reader.Read("2025年贷了1000万元，当年付利息48万元", Today).Quantities.Select(q => q.Year).ShouldBe([2025, 2025]);

    [Theory]
    [InlineData("项目投资900万元，为此向银行贷了300万元", "项目投资900万元,为此向银行贷了300万元")]
    [InlineData("签了技术合同，已登记", "签了技术合同,已登记")]
    public void Clause_that_refers_back_stands_with_what_it_refers_to(string told, string expected) =>
        Reader.Read(told, Today).Deeds.ShouldContain(expected);

    [Theory]
    [InlineData("想委托湖南大学做技术开发")]
    [InlineData("合同还没登记")]
    [InlineData("能不能申请贴息")]
    public void What_is_wished_asked_or_denied_is_no_deed(string told) =>
        Reader.Read(told, Today).Deeds.ShouldBeEmpty();

    [Fact]
    public void What_was_paid_of_a_contract_is_not_what_it_is_over()
    {
        var told = Reader.Read("技术合同金额100万元，实际支付合同款60万元", Today).Quantities;

        told.Select(q => (q.Of, q.Value)).ShouldBe([(ProfileQuantity.ContractValue, 1_000_000m), (ProfileQuantity.ServiceSpending, 600_000m)]);
    }

    [Theory]
    [InlineData("想贷款500万")]
    [InlineData("还缺研发经费200万")]
    [InlineData("计划投资3000万元买设备")]
    [InlineData("这个政策最高能补50万吗")]
    public void Number_that_is_only_wished_for_is_not_told(string told) =>
        Reader.Read(told, Today).Quantities.ShouldBeEmpty();

    [Fact]
    public void Number_told_as_about_so_much_is_kept_as_such()
    {
        Reader.Read("研发费用大概200万元左右", Today).Quantities.ShouldHaveSingleItem().IsAbout.ShouldBeTrue();
    }

    [Theory]
    [InlineData("我们是科技型小微企业", "小微企业", true)]
    [InlineData("刚评上高企", "高新技术企业", true)]
    [InlineData("我们还不是高新技术企业", "高新技术企业", false)]
    [InlineData("我们没有评上专精特新", "专精特新中小企业", false)]
    [InlineData("是国家级专精特新小巨人", "专精特新“小巨人”企业", true)]
    [InlineData("公司还没上规", "规模以下企业", true)]
    [InlineData("我司是规上企业", "规模以上企业", true)]
    [InlineData("有省级企业研究院", "省级企业研究院", true)]
    [InlineData("拿到科小入库编号", "科技型中小企业", true)]
    public void Standing_is_held_or_denied_as_told(string told, string name, bool isHeld)
    {
        Reader.Read(told, Today).Standings.ShouldContain(s => s.Name == name && s.IsHeld == isHeld);
    }

    [Theory]
    [InlineData("想申报高企，有什么奖励")]
    [InlineData("高企怎么认定")]
    [InlineData("打算明年申请专精特新")]
    public void Standing_that_is_only_striven_for_is_not_told(string told) =>
        Reader.Read(told, Today).Standings.ShouldBeEmpty();

    [Theory]
    [InlineData("去年首次认定为高企", Acquisition.First, 2025)]
    [InlineData("今年第一次拿到科技型中小企业入库编号", Acquisition.First, 2026)]
    [InlineData("刚评上高企", Acquisition.New, null)]
    [InlineData("2025年高企重新认定通过", Acquisition.Renewed, 2025)]
    public void How_a_standing_was_come_by_is_read(string told, Acquisition acquired, int? year)
    {
        var standing = Reader.Read(told, Today).Standings.ShouldHaveSingleItem();

        standing.Acquired.ShouldBe(acquired);
        standing.Year.ShouldBe(year);
    }

    [Theory]
    [InlineData("我们做芯片设计", "集成电路")]
    [InlineData("主要从事医疗器械研发", "医疗器械")]
    [InlineData("我们是做工业软件的", "软件")]
    public void Field_of_business_is_read_by_its_usual_name(string told, string sector) =>
        Reader.Read(told, Today).Sectors.ShouldContain(sector);

    [Fact]
    public void What_is_looked_for_is_kept_and_facts_are_not_taken_for_it()
    {
        Reader.Read("我们在绍兴，去年研发200万，想找场地", Today).Need.ShouldNotBeNull().ShouldContain("场地");
        Reader.Read("我们在绍兴，去年研发200万", Today).Need.ShouldBeNull();
    }

    [Fact]
    public void General_declarations_are_read_with_their_denials()
    {
        var profile = Reader.Read("我们是有限公司，信用良好，但没有辅助账", Today);

        profile.Declarations.ShouldBe(["独立法人", "非研发费用辅助账", "信用良好"]);
    }

    [Theory]
    [InlineData("我们在银川，2023年研发费用600万，比上年增长20%")]
    [InlineData("我们在漳州，去年研发费用600万，涨了20%")]
    public void Growth_in_a_clause_of_its_own_is_no_sum(string told)
    {
        var quantities = Reader.Read(told, Today).Quantities;

        quantities.Where(q => q.Of == ProfileQuantity.RdSpending).Select(q => q.Value).ShouldBe([6_000_000m]);
        quantities.Where(q => q.Of == ProfileQuantity.RdGrowth).Select(q => q.Value).ShouldBe([20m]);
    }
}
