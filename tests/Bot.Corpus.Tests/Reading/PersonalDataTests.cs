namespace Bot.Corpus.Tests;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("申报材料报市科技局（联系人：张三，联系电话：0575-88888888），逾期不再受理。", "申报材料报市科技局，逾期不再受理。")]
    [InlineData("请发送至kjj@example.com，并于3月1日前报送。", "请发送至，并于3月1日前报送。")]
    [InlineData("有意者请致电13812345678或到现场报名。", "有意者请致电或到现场报名。")]
    [InlineData("服务热线：400-800-1234，全天开通。", "，全天开通。")]
    [InlineData("咨询电话：85156666、85157777。", "。")]
    [InlineData("加入QQ群：123456789参与交流。", "加入参与交流。")]
    [InlineData("证件号33010219800101123X已核验。", "证件号已核验。")]
    public void Personal_data_is_cut_from_sentences(string text, string rest)
    {
        var removed = new List<string>();

        var cut = PersonalData.Cut(text, (piece, _) => removed.Add(piece));

        cut.ShouldBe(rest);
        removed.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("全年完成技术交易额13812345678元，增长45.8%。")]
    [InlineData("规上工业企业研发费用139.69亿元，2019—2021年累计1346家。")]
    [InlineData("政协主席王某某、市长李某某出席会议。")]
    [InlineData("索引号113306000025770653所列文件。")]
    [InlineData("电话通信设备制造业产值12345678万元。")]
    [InlineData("网上技术市场2020年成交6243项（2015-2020）。")]
    [InlineData("手机产业产值达1500亿元，邮箱服务用户200万户。")]
    [InlineData("联系人才服务机构20家。")]
    public void Figures_and_names_of_the_body_stay(string text)
    {
        var cut = PersonalData.Cut(text, (_, _) => { });

        cut.ShouldBe(text);
    }

    [Fact]
    public async Task What_was_cut_is_told_without_being_repeated()
    {
        var document = await Read.TextAsync("全市新认定高新技术企业88家，咨询电话：0575-88888888，净增60家。\n联系人：张三\n电话：13812345678\n网址分类：无 热线 13812345678");

        var told = string.Join('\n', document.Removed.Select(r => r.Text));
        told.ShouldNotContain("张三");
        told.ShouldNotContain("88888888");
        told.ShouldNotContain("13812345678");
        document.Removed.Select(r => r.Reason).ShouldContain(r => r.Contains("个人信息"));
    }
}
