namespace Bot.Corpus.Tests.Numbers;

public sealed class NumberScannerTests
{
    [Theory]
    [InlineData("产值1,212.6亿元", "1,212.6亿", "121260000000")]
    [InlineData("发放创新券4686万元", "4686万", "46860000")]
    [InlineData("下降-3.20%", "-3.20%", "-3.2%")]
    [InlineData("占比１２．５％", "１２．５％", "12.5%")]
    [InlineData("死亡率为12‰", "12‰", "12‰")]
    [InlineData("挖掘需求200多项", "200", "200")]
    [InlineData("带动资金200多万元", "200多万", "2000000")]
    [InlineData("总投资1亿2000万元", "1亿2000万", "120000000")]
    [InlineData("装机10万千瓦", "10万", "100000")]
    [InlineData("压缩时间1/3以上", "1/3", "1/3")]
    [InlineData("压缩时间三分之一", "三分之一", "1/3")]
    [InlineData("兑现百分之百", "百分之百", "100%")]
    [InlineData("增长百分之七点五", "百分之七点五", "7.5%")]
    [InlineData("培育一百二十家", "一百二十", "120")]
    [InlineData("十大工程", "十", "10")]
    [InlineData("抽调两位干部", "两", "2")]
    [InlineData("近百家企业", "百", "100")]
    [InlineData("服务百余家企业", "百", "100")]
    [InlineData("十余万元", "十余万", "100000")]
    [InlineData("居全省第三位", "三", "第3")]
    [InlineData("居全省第3位", "3", "第3")]
    [InlineData("获一等奖", "一", "第1")]
    [InlineData("二〇二五年", "二〇二五", "2025")]
    [InlineData("融入G60走廊", "60", "G60")]
    [InlineData("运用5G技术", "5", "5G")]
    [InlineData("里程5km", "5", "5")]
    [InlineData("spent 13.969 billion yuan", "13.969 billion", "13969000000")]
    [InlineData("spent 139.69 hundred million yuan", "139.69 hundred million", "13969000000")]
    [InlineData("a 12-million fund", "12-million", "12000000")]
    [InlineData("5 millionaires", "5", "5")]
    [InlineData("up 45.8 percent", "45.8 percent", "45.8%")]
    [InlineData("up 45.8 per cent", "45.8 per cent", "45.8%")]
    [InlineData("up 4 percentage points", "4", "4")]
    [InlineData("落实1+X政策", "1", "1+X")]
    [InlineData("打造2.0版", "2.0", "2.0版")]
    [InlineData("科技新政27条", "27", "27")]
    public void Scan_reads_one_number_whatever_its_writing(string text, string written, string canonical)
    {
        var numbers = NumberScanner.Scan(text);

        var number = numbers.ShouldHaveSingleItem();
        number.Span.Of(text).ShouldBe(written);
        number.Canonical.ShouldBe(canonical);
    }

    [Theory]
    [InlineData("城乡一体化和统一大市场")]
    [InlineData("万众创新惠及百姓与三农")]
    [InlineData("十分重视，进一步推动一大批项目")]
    [InlineData("“十四五”开局")]
    [InlineData("每万人拥有，数十家，几百项")]
    [InlineData("单位（万元）")]
    public void Scan_finds_no_number_in_words(string text)
    {
        var numbers = NumberScanner.Scan(text);

        numbers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1.加强培育")]
    [InlineData("（二）主要目标")]
    [InlineData("三、工作打算")]
    [InlineData("一是加强服务")]
    public void Scan_tells_list_labels_from_numbers(string text)
    {
        var numbers = NumberScanner.Scan(text);

        numbers.ShouldHaveSingleItem().Kind.ShouldBe(NumberKind.Label);
    }

    [Theory]
    [InlineData("1-11月", NumberKind.Date, "1", "11")]
    [InlineData("2011—2014年", NumberKind.Date, "2011", "2014")]
    [InlineData("（2019-2022）", NumberKind.Quantity, "2019", "2022")]
    [InlineData("举办8-10场", NumberKind.Quantity, "8", "10")]
    [InlineData("增长5-8%", NumberKind.PerCent, "5%", "8%")]
    [InlineData("投资1～2亿元", NumberKind.Quantity, "100000000", "200000000")]
    public void Scan_joins_the_ends_of_a_range(string text, NumberKind kind, string from, string to)
    {
        var numbers = NumberScanner.Scan(text);

        numbers.Select(number => number.Canonical).ShouldBe([from, to]);
        numbers.Select(number => number.Range).ShouldBe([NumberRange.From, NumberRange.To]);
        numbers.ShouldAllBe(number => number.Kind == kind);
    }

    [Theory]
    [InlineData("2020-02-06 16:27")]
    [InlineData("2020.2.6发布")]
    [InlineData("2020年2月6日")]
    public void Scan_reads_dates_as_dates(string text)
    {
        var numbers = NumberScanner.Scan(text);

        numbers.Take(3).Select(number => number.Canonical).ShouldBe(["2020", "2", "6"]);
        numbers.Take(3).ShouldAllBe(number => number.Kind == NumberKind.Date);
    }

    [Fact]
    public void Scan_keeps_years_after_a_list_number()
    {
        var numbers = NumberScanner.Scan("1.2020年新增12家");

        numbers.Select(number => (number.Kind, number.Canonical))
            .ShouldBe([(NumberKind.Label, "1"), (NumberKind.Date, "2020"), (NumberKind.Quantity, "12")]);
    }
}
