using System.Text;

namespace Bot.Corpus.Tests;

public sealed class EncodingTests
{
    private const string Text = "2019年工作总结\n全市新认定高新技术企业416家,净增379家,总数达1346家。\n科技创新工作取得明显成效,得到上级肯定。";

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", true }, { "utf-8", false }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false },
        { "GB18030", false }, { "gb2312", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Text_is_read_verbatim_whatever_its_encoding(string name, bool withMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var bytes = withMark ? [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)] : encoding.GetBytes(Text);

        var document = await Read.BytesAsync(bytes);

        document.Texts().ShouldBe(Text.Split('\n'));
    }

    [Fact]
    public async Task Traditional_text_is_read_when_it_is_Big5()
    {
        const string text = "臺灣科技發展計畫書\n我們將繼續推動產業升級與創新研發,並強化國際合作關係,預計投入經費十億元。";
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding("big5") ?? Encoding.UTF8).GetBytes(text);

        var document = await Read.BytesAsync(bytes);

        document.Texts().ShouldBe(text.Split('\n'));
    }

    [Fact]
    public async Task Utf8_once_read_as_GBK_is_mended_with_a_warning()
    {
        const string text = "科技创新工作取得明显成效\n规上工业企业研发费用增长45.8%";

        var document = await Read.TextAsync(MisreadAsGbk(text));

        document.Texts().ShouldBe(text.Split('\n'));
        document.Warnings.ShouldHaveSingleItem().ShouldContain("已自动还原");
    }

    [Fact]
    public async Task Line_is_mended_but_for_the_character_it_lost()
    {
        var sound = string.Concat(Enumerable.Repeat("全市科技创新工作取得明显成效。\n", 20));

        var document = await Read.TextAsync(sound + MisreadAsGbk("全市新认定高新技术企业416家，净增379家，总数达1346家，创历史新高"));

        var mended = document.Texts()[^1];
        mended.ShouldContain("\ufffd");
        mended.Where(char.IsAsciiDigit).ShouldBe("4163791346");
        document.Warnings.ShouldContain(w => w.Contains("已自动还原"));
        document.Warnings.ShouldContain(w => w.Contains("无法还原"));
    }

    [Theory]
    [InlineData("latin1")]
    [InlineData("windows-1252")]
    public async Task Utf8_once_read_as_Western_letters_is_mended_with_a_warning(string misreading)
    {
        // Windows leaves five bytes undefined, which text without them survives.
        const string text = "政府工作报告：新增企业28家。";
        var western = CodePagesEncodingProvider.Instance.GetEncoding(misreading) ?? Encoding.GetEncoding(misreading);

        var document = await Read.TextAsync(western.GetString(Encoding.UTF8.GetBytes(text)));

        document.Texts().ShouldBe([text]);
        document.Warnings.ShouldHaveSingleItem().ShouldContain("还原");
    }

    [Fact]
    public async Task Gbk_once_read_as_Western_letters_is_mended()
    {
        const string text = "全市新增省级众创空间二十八家。";
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030") ?? Encoding.UTF8;

        var document = await Read.TextAsync(Encoding.Latin1.GetString(gbk.GetBytes(text)));

        document.Texts().ShouldBe([text]);
    }

    [Fact]
    public async Task Sound_text_is_left_alone_even_with_rare_characters()
    {
        const string text = "推进謇公湖科创中心、甪直镇和婺城区建设，支持Plug&Play等机构落户，café 联通。";

        var document = await Read.TextAsync(text);

        document.Texts().ShouldBe([text]);
        document.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task File_is_refused_when_most_of_it_is_lost()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030") ?? Encoding.UTF8;
        var lost = Encoding.UTF8.GetString(gbk.GetBytes("全市新认定高新技术企业四百家，净增三百家。"));

        var failure = await Should.ThrowAsync<UnreadableReportException>(() => Read.TextAsync(lost));

        failure.Problem.ShouldContain("无法还原");
        failure.Remedy.ShouldContain("UTF-8");
    }

    [Fact]
    public async Task File_is_read_with_a_warning_when_few_characters_are_lost()
    {
        var text = string.Concat(Enumerable.Repeat("全市科技创新工作取得明显成效。", 20)) + "新增�家。";

        var document = await Read.TextAsync(text);

        document.Warnings.ShouldHaveSingleItem().ShouldContain("1 处文字已损坏");
    }

    [Fact]
    public async Task Page_is_read_by_the_charset_it_declares()
    {
        const string page = "<html><head><meta charset=gb2312><title>年度工作总结</title></head><body><div><p>全市新认定高新技术企业416家,净增379家。</p></div></body></html>";
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("gb2312") ?? Encoding.UTF8;

        var document = await Read.BytesAsync(gbk.GetBytes(page), "page.html");

        document.Texts().ShouldBe(["全市新认定高新技术企业416家,净增379家。"]);
    }

    private static string MisreadAsGbk(string text) =>
        string.Join('\n', text.Split('\n').Select(l => (CodePagesEncodingProvider.Instance.GetEncoding("GB18030") ?? Encoding.UTF8).GetString(Encoding.UTF8.GetBytes(l))));
}
