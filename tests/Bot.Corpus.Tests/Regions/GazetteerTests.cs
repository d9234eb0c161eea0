namespace Bot.Corpus.Tests.Regions;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Gazetteer = Gazetteer.Default;

    [Theory]
    [InlineData("绍兴", "绍兴市")]
    [InlineData("绍兴市", "绍兴市")]
    [InlineData("Shaoxing", "绍兴市")]
    [InlineData("Xi'an", "西安市")]
    [InlineData("inner mongolia", "内蒙古自治区")]
    [InlineData("吉林", "吉林省")]
    [InlineData("延边", "延边朝鲜族自治州")]
    public void Gazetteer_finds_a_region_by_any_of_its_names(string name, string expected)
    {
        var region = Gazetteer.Find(name);

        region.ShouldNotBeNull().Name.ShouldBe(expected);
    }

    [Fact]
    public void Gazetteer_tells_which_region_lies_in_which()
    {
        var county = Gazetteer.Find("新昌县").ShouldNotBeNull();
        var city = Gazetteer.Find("绍兴").ShouldNotBeNull();
        var province = Gazetteer.Find("浙江").ShouldNotBeNull();

        (county.IsWithin(city), county.IsWithin(province), city.IsWithin(county)).ShouldBe((true, true, false));
        county.IsWithin(Gazetteer.Find("南通").ShouldNotBeNull()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2019年绍兴市科技创新工作总结", "绍兴市")]
    [InlineData("杭州和嘉兴哪个高新技术企业更多？", "杭州市 嘉兴市")]
    [InlineData("浙江省新昌县2021年规划", "浙江省 新昌县")]
    [InlineData("What did Hangzhou City achieve in Zhejiang?", "杭州市 浙江省")]
    [InlineData("绍兴市场监管", "绍兴市")]
    [InlineData("XX市2020年认定高企多少家", "XX市")]
    [InlineData("某市××县和A市", "某市 ××县 A市")]
    [InlineData("请问石门市2020年情况", "石门市")]
    [InlineData("株洲市天元区科技局", "株洲市 天元区")]
    [InlineData("临州区2020年情况", "临州区")]
    [InlineData("长沙市梅溪区科技局", "长沙市 梅溪区")]
    [InlineData("Weihai's 2024 target", "威海市")]
    [InlineData("how many did jiaxing city recognise", "嘉兴市")]
    [InlineData("Xinchang County's plan", "新昌县")]
    [InlineData("长沙高新技术产业开发区和岳麓区", "长沙高新区 岳麓区")]
    [InlineData("宁波市国家级经济技术开发区", "宁波经开区")]
    [InlineData("武汉东湖高新区2022年", "武汉东湖高新区")]
    [InlineData("比较东湖高新区、长沙高新区", "东湖高新区 长沙高新区")]
    [InlineData("上海浦东新区", "上海市 浦东新区")]
    [InlineData("成都天府新区", "成都市 天府新区")]
    [InlineData("长沙高新技术企业有多少", "长沙市")]
    [InlineData("Hefei High-tech Zone in 2022", "合肥高新区")]
    [InlineData("Suzhou Industrial Park's output", "苏州工业园区")]
    public void Gazetteer_finds_regions_in_text(string text, string expected)
    {
        var names = Gazetteer.FindIn(text).Select(m => m.Region.Name);

        string.Join(' ', names).ShouldBe(expected);
    }

    [Theory]
    [InlineData("西南通道建设")]
    [InlineData("两个方案大同小异")]
    [InlineData("加大同类项目支持")]
    [InlineData("实行区、县(市)和县级联动")]
    [InlineData("各市和县都要落实")]
    [InlineData("打通州际通道")]
    [InlineData("沿黄河南岸")]
    [InlineData("确保长治久安")]
    [InlineData("日照时间较长")]
    [InlineData("与上海大学、天津大学、浙江工业大学共建")]
    [InlineData("全市设区市县级市创新型城市示范市")]
    [InlineData("启动项目打通堵点")]
    [InlineData("请介绍新的平台周期")]
    [InlineData("引导资金化解风险")]
    [InlineData("乡村振兴县域经济和创新县级平台")]
    [InlineData("科技局会同县财政局管理县级国际合作市级平台")]
    [InlineData("城区、郊区、示范区、高新区和各区")]
    public void Gazetteer_finds_no_region_where_the_characters_belong_to_other_words(string text)
    {
        var mentions = Gazetteer.FindIn(text).Where(m => m.Region.Name is not ("浙江省" or "上海市"));

        mentions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("杭洲2015年新认定多少家？", "杭州市")]
    [InlineData("请问嘉心2025年的目标", "嘉兴市")]
    [InlineData("绍心市的研发费用", "绍兴市")]
    public void Gazetteer_flags_a_name_that_only_sounds_right_as_a_guess(string question, string expected)
    {
        var mention = Gazetteer.FindIn(question).ShouldHaveSingleItem();

        (mention.Region.Name, mention.IsGuess).ShouldBe((expected, true));
    }

    [Fact]
    public void Gazetteer_settles_a_shared_name_by_the_larger_region_beside_it()
    {
        var alone = Gazetteer.FindIn("鼓楼区的科技工作").ShouldHaveSingleItem();
        var placed = Gazetteer.FindIn("福州市鼓楼区的科技工作")[1];

        alone.IsAmbiguous.ShouldBeTrue();
        (placed.Region.Parent?.Name, placed.IsAmbiguous).ShouldBe(("福州市", false));
    }

    [Theory]
    [InlineData("长沙市梅溪区科技局", "长沙市")]
    [InlineData("株洲市天元区科技局", "株洲市")]
    public void District_behind_a_city_lies_in_it_whether_listed_or_not(string text, string city)
    {
        var district = Gazetteer.FindIn(text)[1];

        district.Region.Parent?.Name.ShouldBe(city);
    }

    [Fact]
    public void Gazetteer_reads_a_list_that_an_operator_extended()
    {
        var list = new StringReader("# 说明\n甲省\t甲\tJia\tjia\t-\tProvince\n乙丙市\t乙丙\tYibing\tyi bing\t甲省\tPrefecture\n");

        var gazetteer = Gazetteer.Load(list);

        gazetteer.FindIn("乙丙的工作").ShouldHaveSingleItem().Region.Parent?.Name.ShouldBe("甲省");
    }

    [Fact]
    public void Gazetteer_names_the_line_of_a_list_that_is_wrong()
    {
        var list = new StringReader("乙丙市\t乙丙\tYibing\tyi bing\t丁省\tPrefecture\n");

        var problem = Should.Throw<FormatException>(() => Gazetteer.Load(list));

        problem.Message.ShouldContain("丁省");
    }

    [Fact]
    public void Gazetteer_names_every_mention_by_the_text_it_points_to()
    {
        const string question = "请比较绍兴市2019年与杭州2015年新认定的高新技术企业数量，以及新昌县的目标。";

        var mentions = Gazetteer.FindIn(question);

        mentions.Select(m => m.Span.Of(question)).ShouldBe(["绍兴市", "杭州", "新昌县"]);
    }

    [Fact]
    public void Shipped_list_gives_one_syllable_for_each_character_of_a_short_name()
    {
        var odd = Gazetteer.Regions.Where(r => r.ShortName is not null && r.ShortName.Length != r.Pinyin.Length);

        odd.ShouldBeEmpty();
    }

    [Fact]
    public void Shipped_list_holds_every_province_and_prefecture()
    {
        var byLevel = Gazetteer.Regions.CountBy(r => r.Level).ToDictionary();

        byLevel[RegionLevel.Province].ShouldBe(34);
        byLevel[RegionLevel.Prefecture].ShouldBeGreaterThan(330);
    }
}
