using FsCheck;
using FsCheck.Fluent;

namespace Bot.Corpus.Tests.Structure;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("完成一项。完成二项!完成三项？还有", "完成一项。|完成二项!|完成三项？|还有")]
    [InlineData("新增300家;技术交易额45亿元;投资增长10%。", "新增300家;|技术交易额45亿元;|投资增长10%。")]
    [InlineData("产值1212.6亿元,占2.8%。", "产值1212.6亿元,占2.8%。")]
    [InlineData("出台《办法。(试行)》后。", "出台《办法。(试行)》后。")]
    [InlineData("提出“谁来干?怎么干?”的问题。", "提出“谁来干?怎么干?”的问题。")]
    [InlineData("他说:“都完成了。”大家同意。", "他说:“都完成了。”|大家同意。")]
    [InlineData("(见附件;共三份)已报送。下一步", "(见附件;共三份)已报送。|下一步")]
    [InlineData("网址http://a.cn/x?id=1;b=2可查。", "网址http://a.cn/x?id=1;b=2可查。")]
    [InlineData("完成全年目标任务.新增企业十家", "完成全年目标任务.|新增企业十家")]
    [InlineData("It was recognised. Then Co. Ltd. grew", "It was recognised.|Then Co. Ltd. grew")]
    [InlineData("1.推进改革。打破边界。", "1.推进改革。|打破边界。")]
    [InlineData("太好了！！！真的。", "太好了！！！|真的。")]
    public void Splitter_ends_sentences_where_readers_would(string text, string expected)
    {
        var sentences = SentenceSplitter.Split(text).Select(s => s.Of(text));

        string.Join('|', sentences).ShouldBe(expected);
    }

    [Fact]
    public void Splitter_splits_on_when_a_bracket_never_closes()
    {
        const string text = "完成(不含跨年项目。新增三家。";

        var sentences = SentenceSplitter.Split(text);

        sentences.Length.ShouldBe(2);
    }

    [Fact]
    public void Sentences_cover_any_text_in_order_without_overlap()
    {
        var pieces = Gen.Elements("一是", "完成", "12.5%", "。", "；", ";", "!", "”", "“", "(", ")", "《", "》", " ", "a.b", "一、", "(一)", "2020年", ",");

        var texts = pieces.ArrayOf().Select(string.Concat);

        Prop.ForAll(texts.ToArbitrary(), Covers).QuickCheckThrowOnFailure();
    }

    private static bool Covers(string text)
    {
        var at = 0;
        foreach (var span in SentenceSplitter.Split(text))
        {
            if (span.Start < at || span.Length == 0 || !string.IsNullOrWhiteSpace(text[at..span.Start]))
                return false;
            at = span.End;
        }

        return string.IsNullOrWhiteSpace(text[at..]);
    }
}
