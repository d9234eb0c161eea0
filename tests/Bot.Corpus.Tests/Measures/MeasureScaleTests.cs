namespace Bot.Corpus.Tests.Measures;

/// <summary>Scales whose parts stand in items, and what is said around them.</summary>
public sealed class MeasureScaleTests
{
    [Fact]
    public void Items_are_steps_of_what_their_lead_measures()
    {
        var register = Register.Of("""
            临州市支持企业创新若干措施
            第一条 研发投入分段补助。对上年度有研发费用的企业，按研发费用总额分档补助：
            （一）100万元（含）至500万元的，按4%给予补助；
            （二）500万元（含）以上的，按2%给予补助，单个企业最高100万元。
            批发和零售业企业不适用本条。
            """);

        var rates = register.Only.Amounts.Where(a => a.Kind == AmountKind.Rate).ToArray();
        rates.Select(a => (a.Value, a.Tier!.From, a.Tier.To)).ShouldBe([(4m, 100m, 500m), (2m, 500m, null)]);
        rates.ShouldAllBe(a => a.Base!.Kind == AmountBaseKind.RdSpending);
    }

    [Fact]
    public void Window_that_comes_every_year_has_no_day_to_close()
    {
        var register = Register.Of("""
            临州市支持企业创新若干措施
            第一条 研发补助。按上年度研发费用的3%给予补助。
            第二条 研发补助每年申报一次，申报时间为每年6月1日至6月30日。
            第三条 本措施自2023年5月1日起施行，有效期5年。
            """);

        register.Only.Application!.Closes.ShouldBeNull();
        register.Only.Application.Period!.Value.Text.ShouldContain("6月1日至6月30日");
    }

    [Theory]
    [InlineData("创新券自发放之日起有效期为12个月，逾期自动作废。本办法自2022年7月1日起施行，有效期5年。", "2027-06-30")]
    [InlineData("本指南仅适用于2024年度申报。《临州市若干措施》有效期至2027年12月31日。", "2024-12-31")]
    public void Validity_is_the_documents_own(string words, string last)
    {
        var register = Register.Of($"""
            临州市科技创新券管理办法
            第一条 研发补助。按上年度研发费用的3%给予补助。
            第二条 {words}
            """);

        register.Only.Validity.To.ShouldBe(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture));
    }
}
