namespace Bot.Corpus.Tests;

public sealed class WrappedLinesTests
{
    private static readonly string[] Paragraphs =
    [
        "某市2022年科技工作总结",
        "一、主要工作成效",
        "2022年，全市科技系统认真贯彻落实市委、市政府决策部署，围绕高质量发展目标，全面实施科技新政，新认定高新技术企业416家，净增379家，总数达1346家，为经济社会高质量发展提供了有力支撑。",
        "（一）加快创新平台建设",
        "高水平推进科创大走廊建设，成立以书记、市长为组长的建设领导小组，抽调11位年轻干部组建工作专班，实体化运作，形成“一个核心、七大平台、十大标志性工程”的布局。",
        "1.新建省级重点实验室3家，引进共建研究院8家，新增省级众创空间28家，建成院士专家工作站10家，柔性引进海外工程师近200人，全社会研发投入占比提高到2.8%。",
        "2.完善科技金融服务。",
        "二、下步工作打算",
        "聚焦重点产业，实施企业主体提升行动，争取新增高新技术企业300家、科技型中小企业1000家，实现技术交易额45亿元以上，全面提升区域创新能力和核心竞争力。",
    ];

    [Theory]
    [InlineData(30, 30, 0)]
    [InlineData(36, 36, 2)]
    [InlineData(45, 45, 2)]
    [InlineData(30, 45, 0)]
    [InlineData(32, 42, 2)]
    public async Task Wrapped_lines_become_the_paragraphs_they_were(int narrowest, int widest, int indent)
    {
        var wrapped = string.Join('\n', Paragraphs.SelectMany((p, i) => Wrap(p, narrowest, widest, i == 0 ? 0 : indent)));

        var document = await Read.TextAsync(wrapped);

        document.Texts().ShouldBe(Paragraphs);
    }

    [Fact]
    public async Task Page_numbers_do_not_stand_in_sentences()
    {
        var lines = Paragraphs.SelectMany(p => Wrap(p, 36, 36, 2)).ToList();
        lines.Insert(5, "\n— 1 —\n");
        lines.Insert(12, "第 2 页 共 3 页");

        var document = await Read.TextAsync(string.Join('\n', lines));

        document.Texts().ShouldBe(Paragraphs);
    }

    [Fact]
    public async Task Lines_stay_apart_when_the_document_is_not_wrapped()
    {
        var text = string.Join('\n', Paragraphs);

        var document = await Read.TextAsync(text);

        document.Texts().ShouldBe(Paragraphs);
    }

    [Fact]
    public async Task List_of_short_lines_without_stops_stays_a_list()
    {
        const string text = "2022年重点项目清单\n某某智能制造产业园建设项目\n某某生物医药科创园建设项目\n某某新材料中试基地建设项目\n某某集成电路设计中心建设项目";

        var document = await Read.TextAsync(text);

        document.Texts().ShouldBe(text.Split('\n'));
    }

    [Fact]
    public async Task Short_lines_of_a_notice_stay_apart()
    {
        const string text = """
            关于加快推进科技创新的若干政策意见
            各县（市、区）人民政府，市政府各部门、各单位：
            为深入实施创新驱动发展战略，现提出如下意见。
            一、支持企业加大研发投入
            （一）对首次认定的高新技术企业，给予20万元奖励；对重新认定的，给予10万元奖励。
            二、附则
            本意见自2020年4月1日起施行，有效期三年。
            某某市人民政府办公室秘书科综合处
            2020年3月15日
            （此件公开发布）
            附件：某某市科技创新指标任务分解表
            """;

        var document = await Read.TextAsync(text);

        document.Texts().ShouldBe(text.Split('\n'));
    }

    [Fact]
    public async Task Line_number_is_that_of_the_first_line()
    {
        var document = await Read.TextAsync(string.Join('\n', Paragraphs.SelectMany(p => Wrap(p, 30, 30, 0))));

        document.Lines.Select(l => l.Number).Take(4).ShouldBe([1, 2, 3, 7]);
    }

    // Cuts at widths that go round between the two given, as scans do.
    private static IEnumerable<string> Wrap(string text, int narrowest, int widest, int indent)
    {
        var rest = new string('\u3000', indent) + text;
        for (var step = 0; rest.Length > 0; step++)
        {
            var length = Math.Min(rest.Length, narrowest + (step * 7 % (widest - narrowest + 1)));
            yield return rest[..length];
            rest = rest[length..];
        }
    }
}
