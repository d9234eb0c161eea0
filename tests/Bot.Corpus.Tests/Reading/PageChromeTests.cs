namespace Bot.Corpus.Tests;

public sealed class PageChromeTests
{
    [Theory]
    [InlineData("网站首页 > 工作计划> 文章内容")]
    [InlineData("当前位置：首页 >> 政务公开 >> 规划计划")]
    [InlineData("您现在的位置: 首页/信息公开/工作总结")]
    [InlineData("首页 » 科技动态 » 正文")]
    [InlineData("信息公开 > 规划计划 > 年度计划")]
    [InlineData("浏览次数 1234 次")]
    [InlineData("阅读：88")]
    [InlineData("已有12人浏览")]
    [InlineData("0人觉得有用")]
    [InlineData("版权所有：某某市人民政府办公室")]
    [InlineData("Copyright © 2020 example.com All Rights Reserved")]
    [InlineData("浙ICP备05000000号-1 浙公网安备 33010002000000号")]
    [InlineData("免责声明：本文来源于网络，版权归原作者所有，如有侵权请联系本站删除。")]
    [InlineData("本文来自某某网，转载请注明出处。http://www.example.com/1.html")]
    [InlineData("以上就是小编为大家整理的工作总结全部内容，希望对你有帮助！")]
    [InlineData("扫一扫在手机打开当前页")]
    [InlineData("关注我们可获得更多信息")]
    [InlineData("上一篇：关于开展2019年度评审工作的通知")]
    [InlineData("下一篇 没有了")]
    [InlineData("【打印本页】 【关闭窗口】")]
    [InlineData("大 中 小 打印 收藏 分享到: 微信 微博 QQ空间")]
    [InlineData("|||| |")]
    [InlineData("————————")]
    [InlineData("var url = 'http://www.example.com';")]
    [InlineData("$(function(){ load(); });")]
    [InlineData("javascript:window.print()")]
    public void Furniture_goes(string line) => PageChrome.ReasonToDrop(line).ShouldNotBeNull();

    [Theory]
    [InlineData("7.审核完成贷款项目3亿元以上。推荐办理专利保险20单以上。")]
    [InlineData("一是打印一批宣传手册，收藏一批科技档案，分享一批典型案例。")]
    [InlineData("推进技术成果版权登记，保护软件著作权，版权所有人权益得到保障，全年登记1200件，位居全省第一，比上年增长20%以上，成效十分明显，得到各方高度评价与充分肯定。")]
    [InlineData("位置服务产业产值超过20亿元。")]
    [InlineData("大中小企业融通发展")]
    [InlineData("(一)关注重点领域")]
    [InlineData("研发投入强度>3%，高新技术企业>200家。")]
    [InlineData("点击率和阅读量稳步提升，全年阅读量超过100万次。")]
    [InlineData("2021年度科技创新发展规划")]
    [InlineData("上一年度全市研发投入占比2.8%。")]
    [InlineData("前一篇章写就辉煌，后一阶段再启新程。")]
    [InlineData("科技大市场 2.0")]
    [InlineData("一、下一步工作打算")]
    [InlineData("以上是我市2020年科技工作总结，请审议。")]
    [InlineData("本文件网上公布后即日起施行，由市科技局负责解释并组织实施。")]
    [InlineData("本文件由市科技局负责解释。")]
    public void Body_stays(string line) => PageChrome.ReasonToDrop(line).ShouldBeNull();

    [Theory]
    [InlineData("某市科技局2024年工作总结 |", "某市科技局2024年工作总结")]
    [InlineData("某市工作总结 字体：[大 中 小]", "某市工作总结")]
    [InlineData("某市工作总结【字号：大 中 小】【打印】【关闭】", "某市工作总结")]
    [InlineData("170*****095.png\">全市新增高企88家。", "全市新增高企88家。")]
    [InlineData("<p style=\"text-indent:2em\">全市新增高企88家。</p>", "全市新增高企88家。")]
    [InlineData("class=\"MsoNormal\" style='color:red'>全市新增高企88家。", "全市新增高企88家。")]
    [InlineData("全市新增高企88家&nbsp;&ldquo;双倍增&rdquo;计划完成。", "全市新增高企88家 “双倍增”计划完成。")]
    [InlineData("研发投入强度<3%且增速>10%的企业。", "研发投入强度<3%且增速>10%的企业。")]
    [InlineData("支持Plug&Play落户，字体产业产值5亿元。", "支持Plug&Play落户，字体产业产值5亿元。")]
    public async Task Furniture_within_a_line_is_cut_and_the_rest_stays(string line, string rest)
    {
        var document = await Read.TextAsync($"{line}\n全市科技创新工作取得明显成效，得到上级充分肯定。");

        document.Texts()[0].ShouldBe(rest);
    }

    [Fact]
    public async Task All_that_was_removed_is_told_with_line_and_reason()
    {
        var document = await Read.TextAsync("首页 > 总结\n某市总结\n浏览次数：5\n全市新增高企88家，净增60家。\n\n打印 关闭");

        document.Removed.ShouldBe(
        [
            new(1, "首页 > 总结", "网页导航路径"),
            new(3, "浏览次数：5", "网页栏目"),
            new(6, "打印 关闭", "网页按钮"),
        ]);
    }
}
