using FsCheck;
using FsCheck.Fluent;

namespace Bot.Corpus.Tests.Structure;

public sealed class HeadingTests
{
    private const string Body = "全市围绕创新驱动发展开展了一系列工作，取得了比较明显的进展，企业反映良好。各项任务有序落实。";

    [Theory]
    [InlineData("第一部分 工作总结")]
    [InlineData("第二章 支持措施")]
    [InlineData("第一节 总则")]
    [InlineData("一、主要工作")]
    [InlineData("（一）加快平台建设，集聚资源")]
    [InlineData("(二)启动三大创建")]
    [InlineData("1.科创指标全面达成。")]
    [InlineData("2、企业培育")]
    [InlineData("3．人才引进")]
    [InlineData("（1）项目申报")]
    [InlineData("2)项目验收")]
    [InlineData("①平台建设")]
    [InlineData("【工作亮点】")]
    [InlineData("2020年工作计划")]
    [InlineData("工作成效")]
    [InlineData("科创体系更趋完善。")]
    public void Line_of_a_heading_style_is_a_heading_above_the_text_below_it(string heading)
    {
        var report = Text.Structured($"某市科技工作总结\n{heading}\n{Body}");

        report.Paragraphs[1].Kind.ShouldBe(ParagraphKind.Heading);
        report.Holding("一系列工作").Section.ShouldBe([heading.TrimEnd('。')]);
    }

    [Theory]
    [InlineData("(一)加快创新平台建设,集聚优化创新资源。一是推进走廊建设。二是建设平台。", "(一)加快创新平台建设,集聚优化创新资源")]
    [InlineData("1.推进“教科人”一体改革。打破管理边界。深化成果转化改革。", "1.推进“教科人”一体改革")]
    [InlineData("2、企业培育：新增高新技术企业30家，新增科技型中小企业120家。完成备案。", "2、企业培育")]
    [InlineData("第五条 【适用范围】本办法适用于在本市注册的企业。", "第五条 【适用范围】")]
    [InlineData("第六条 对新认定的企业给予奖励。", "第六条")]
    public void First_sentence_of_a_numbered_line_is_the_heading_of_that_paragraph(string line, string heading)
    {
        var report = Text.Structured($"某市科技工作总结\n{line}\n{Body}");

        var paragraph = report.Paragraphs[1];

        (paragraph.Kind, paragraph.Text).ShouldBe((ParagraphKind.Body, line));
        paragraph.Section.ShouldBe([heading]);
    }

    [Theory]
    [InlineData("4.组织开展国内科技合作不少于20次,新增实施项目80项。逐步推进体检工作,完成不少于25家。")]
    [InlineData("1. 全市申报高新技术企业不少于145家,力争达到200家。高新技术产业投资增幅达15%。")]
    [InlineData("9.开展科技送下乡活动不少于15次。")]
    [InlineData("6.新增省级以上企业研发机构10家；")]
    public void Numbered_item_that_states_a_count_is_content(string item)
    {
        var report = Text.Structured($"某市科技工作总结\n一、主要目标\n{item}\n{Body}");

        var paragraph = report.Paragraphs[2];

        paragraph.Kind.ShouldBe(ParagraphKind.Body);
        paragraph.Section.ShouldBe(["一、主要目标"]);
    }

    [Fact]
    public void Numbered_lines_with_nothing_between_them_are_a_list()
    {
        var report = Text.Structured("某市扶持办法\n第一条 适用对象如下。\n（一）高新技术企业\n（二）科技型中小企业\n（三）科研院所\n第二条 另行规定。");

        var kinds = report.Paragraphs.Skip(2).Take(3).Select(p => $"{p.Kind} {p.SectionPath}");

        kinds.ShouldAllBe(k => k == "Body 第一条");
    }

    [Fact]
    public void Headings_nest_by_style_and_close_when_an_outer_one_comes()
    {
        var report = Text.Structured(
            $"某市工作总结和计划\n第一部分 工作总结\n一、平台\n(一)走廊\n1.规划\n(1)编制\n{Body}\n二、企业\n{Body.Replace("全市", "全县")}\n第二部分 工作计划\n(一)目标\n{Body.Replace("全市", "全区")}");

        report.Holding("全市围绕").SectionPath.ShouldBe("第一部分 工作总结 › 一、平台 › (一)走廊 › 1.规划 › (1)编制");
        report.Holding("全县围绕").SectionPath.ShouldBe("第一部分 工作总结 › 二、企业");
        report.Holding("全区围绕").SectionPath.ShouldBe("第二部分 工作计划 › (一)目标");
    }

    [Fact]
    public void Plain_paragraph_after_an_inline_heading_is_not_under_it()
    {
        var report = Text.Structured($"某市工作总结\n(五)优化创新环境。出台政策。营造氛围。\n{Body}");

        report.Holding("一系列工作").Section.ShouldBeEmpty();
    }

    [Fact]
    public void Headings_that_the_format_names_need_no_number()
    {
        var document = Text.Document($"某市工作总结\n创新平台\n{Body}");
        document = document with { Lines = document.Lines.SetItem(1, document.Lines[1] with { Kind = CleanLineKind.Heading, HeadingLevel = 2 }) };

        var report = new ReportStructurer().Structure(document, null);

        report.Holding("一系列工作").Section.ShouldBe(["创新平台"]);
    }

    [Theory]
    [InlineData("000", "新认定高新技术企业416家", "一、2019年主要工作 › (二)加强创新主体培育,激发企业创新活力")]
    [InlineData("000", "技术交易额45亿元以上", "二、2020年工作思路")]
    [InlineData("001", "到2025年实现", "(二)紧盯两个目标")]
    [InlineData("001", "新型研发机构10家", "(四)实施六大工程 › 1.实施自主创新开源工程")]
    [InlineData("002", "荣登投中集团", "(三)科技体制不断深化")]
    [InlineData("002", "全社会研发经费占地区生产总值比重", "")]
    [InlineData("002", "新培育科技型初创企业", "2、实施创新主体培育工程")]
    [InlineData("003", "高新技术产业产值1198.2亿元", "(一)工作成效 › 1.科创指标全面达成")]
    [InlineData("003", "苏科贷”备案83笔", "(二)主要做法 › 1.以推进“四大专项行动”为抓手,强化部门服务能力")]
    [InlineData("003", "占GDP比重达2.67%", "2020年工作计划 › (二)主要目标")]
    [InlineData("003", "10名科技首席官", "2020年工作计划 › (四)工作措施 › 5.建立“管理”“辅导”两支队伍")]
    [InlineData("004", "新认定高新技术企业400家以上", "二、实施企业主体壮大行动,塑造创新动能转化新优势 › 4.加强科技企业培育")]
    public async Task Paragraphs_of_the_seeds_stand_under_their_headings(string seed, string words, string section)
    {
        var paragraph = (await Text.SeedAsync(seed)).Holding(words);

        paragraph.SectionPath.ShouldBe(section);
    }

    [Theory]
    [InlineData("000", "总数达1346家", "实施科技型企业“双倍增”计划")]
    [InlineData("000", "全省第七位", null)]
    [InlineData("001", "县技术创新中心", "健全技术创新中心体系")]
    [InlineData("002", "国务院正式批复", "领导重视,协同推进")]
    [InlineData("003", "基本落实322条", "强化精准服务")]
    public async Task Sentences_know_the_run_inside_the_paragraph(string seed, string words, string? run)
    {
        var sentence = (await Text.SeedAsync(seed)).Sentence(words);

        sentence.RunHeading.ShouldBe(run);
    }

    [Theory]
    [InlineData("重点做好：(1)平台建设；(2)人才引进；扩大规模。", "平台建设 人才引进 人才引进")]
    [InlineData("首先，建平台。其次，引人才。再扩大规模。", "建平台 引人才 引人才")]
    [InlineData("①建平台；②引人才；三等奖2项。", "建平台 引人才 引人才")]
    [InlineData("一是建平台。二是引人才。三健全体系。", "建平台 引人才 健全体系")]
    [InlineData("一是建平台。二是引人才。三个项目落地。", "建平台 引人才 引人才")]
    public void Runs_are_told_by_any_mark_even_a_damaged_one(string text, string expected)
    {
        var report = Text.Structured($"某市工作总结\n{text}");

        string.Join(' ', report.Paragraphs[1].Sentences.Select(s => s.RunHeading)).ShouldBe(expected);
    }

    [Fact]
    public void Spans_point_to_the_same_text_in_the_whole()
    {
        var lines = Gen.Elements(
            "一、主要工作", "(一)加快建设。一是建平台。二是引人才。", "1.新增3家。", "2020年工作计划", "第三条 给予奖励。", "力争达到5%以上；确保完成！", "【亮点】", "工作总结");

        Prop.ForAll(lines.NonEmptyListOf().ToArbitrary(), ls => PointsRight(Text.Structured(string.Join('\n', ls)))).QuickCheckThrowOnFailure();
    }

    private static bool PointsRight(StructuredReport report)
    {
        var whole = string.Join('\n', report.Paragraphs.Select(p => p.Text));
        return report.Paragraphs.Select((p, i) => p.Number == i + 1 && p.Span.Of(whole) == p.Text).All(right => right)
            && report.Paragraphs.All(p => p.Sentences.Length > 0 && p.Sentences[^1].Span.End == p.Text.TrimEnd().Length);
    }
}
