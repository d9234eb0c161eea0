namespace Bot.Corpus.Tests;

public sealed class HtmlTests
{
    private const string Page = """
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>某市科技局2022年工作总结_某市人民政府</title>
        <meta name="PubDate" content="2023-01-15 10:20"><meta name="ContentSource" content="某市科技局">
        <link rel="canonical" href="https://www.example.gov.cn/art/1.html">
        <script>var a = "不要读我。不要读我。";</script><style>p{color:red}</style></head>
        <body>
        <div class="nav"><a href="/">首页</a><a href="/b">政务公开</a></div>
        <div class="wrap">
          <div class="crumbs">当前位置：首页 &gt; 政务公开 &gt; 工作总结</div>
          <table class="xxgk"><tr><td>索引号</td><td>11330000/2023-001</td><td>发布机构</td><td>某市科技局</td></tr>
            <tr><td>主题分类</td><td>科技</td><td>发文字号</td><td>某科〔2023〕5号</td></tr></table>
          <h1>某市科技局2022年工作总结</h1>
          <div class="info">发布日期：2023-01-16 09:00　浏览次数：<span>12</span>　字体：[<a>大</a> <a>中</a> <a>小</a>]</div>
          <div id="zoom">
            <h2>一、主要成效</h2>
            <p>&emsp;&emsp;2022年，全市新认定高新技术企业88家，<b>净增</b>60家，总数达500家。</p>
            <p>全社会研发投入占比达2.8%，比上年提高0.2个百分点；技术交易额45亿元。</p>
            <table><tr><th>区县</th><th>高企</th></tr><tr><td>东区</td><td>40</td></tr><tr><td>西区</td><td>48</td></tr></table>
            <h2>二、下步打算</h2>
            <ol><li>建设科创走廊，新建平台3家。</li><li>引进高层次人才团队5个。</li></ol>
          </div>
          <div class="related"><h3>相关阅读</h3><ul><li><a href="#">另一个市的工作总结</a></li></ul></div>
        </div>
        <aside>热点：某公司获奖。</aside>
        <footer>版权所有：某市人民政府 浙ICP备05000000号</footer>
        </body></html>
        """;

    [Fact]
    public async Task Article_is_read_without_the_page_around_it()
    {
        var document = await Read.TextAsync(Page, "page.html");

        document.Lines.Select(l => (l.Text, l.Kind, l.HeadingLevel)).ShouldBe(
        [
            ("某市科技局2022年工作总结", CleanLineKind.Heading, 1),
            ("一、主要成效", CleanLineKind.Heading, 2),
            ("2022年，全市新认定高新技术企业88家，净增60家，总数达500家。", CleanLineKind.Text, 0),
            ("全社会研发投入占比达2.8%，比上年提高0.2个百分点；技术交易额45亿元。", CleanLineKind.Text, 0),
            ("区县：东区 | 高企：40", CleanLineKind.TableRow, 0),
            ("区县：西区 | 高企：48", CleanLineKind.TableRow, 0),
            ("二、下步打算", CleanLineKind.Heading, 2),
            ("1.建设科创走廊，新建平台3家。", CleanLineKind.Text, 0),
            ("2.引进高层次人才团队5个。", CleanLineKind.Text, 0),
        ]);
    }

    [Fact]
    public async Task Head_of_the_page_becomes_fields()
    {
        var document = await Read.TextAsync(Page, "page.html");

        document.Fields.ShouldBe(new HeadFields("11330000/2023-001", "某市科技局", new DateOnly(2023, 1, 16), "某科〔2023〕5号",
            new Uri("https://www.example.gov.cn/art/1.html"), "某市科技局2022年工作总结_某市人民政府"));
        document.Fields().ShouldBe(["发布机构：某市科技局", "发文字号：某科〔2023〕5号", "发布日期：2023-01-16 09:00"]);
    }

    [Fact]
    public async Task Lines_carry_their_place_in_the_source()
    {
        var document = await Read.TextAsync(Page, "page.html");

        var line = document.Lines.Single(l => l.Text.StartsWith("2022年，", StringComparison.Ordinal)).Number;
        Page.Split('\n')[line - 1].ShouldContain("全市新认定高新技术企业88家");
    }

    [Fact]
    public async Task Page_of_nested_layout_tables_is_read_as_text()
    {
        const string page = """
            <html><body><table><tr><td><table><tr><td>首页</td></tr></table></td></tr>
            <tr><td><p>2015年工作总结</p><p>全市新认定高新技术企业88家，净增60家。</p><p>技术交易额45亿元，增长7%。<br>排名全省第三。</p></td></tr></table></body></html>
            """;

        var document = await Read.TextAsync(page, "page.htm");

        document.Lines.ShouldAllBe(l => l.Kind == CleanLineKind.Text);
        document.Texts().ShouldBe(["2015年工作总结", "全市新认定高新技术企业88家，净增60家。", "技术交易额45亿元，增长7%。", "排名全省第三。"]);
    }

    [Fact]
    public async Task Merged_cells_are_said_for_every_row_they_cover()
    {
        const string page = """
            <html><body><p>各区县完成情况见下表，全市总体良好。</p><table><tr><th>市</th><th>区县</th><th>高企</th></tr>
            <tr><td rowspan="2">某市</td><td>东区</td><td>40</td></tr><tr><td>西区</td><td>48</td></tr></table><p>其余指标将另行公布，请予关注。</p></body></html>
            """;

        var document = await Read.TextAsync(page, "page.html");

        document.Lines.Where(l => l.Kind == CleanLineKind.TableRow).Select(l => l.Text)
            .ShouldBe(["市：某市 | 区县：东区 | 高企：40", "市：某市 | 区县：西区 | 高企：48"]);
    }
}
