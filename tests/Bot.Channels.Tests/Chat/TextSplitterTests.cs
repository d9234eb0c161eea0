using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Channels.Tests.Chat;

public sealed partial class TextSplitterTests
{
    // What answers are made of, and what is hard to cut.
    private static readonly string[] Parts =
    [
        "绍兴市研发费用139.69亿元[1]", "新认定高新技术企业416家[2][3]", "，", "。", "；", "\n", "\n\n", " ", "）", "”", "增长45.8%[1]，全省第一", "The plan holds. ",
        "2020年", "１２８家[12]", "👨‍👩‍👧‍👦", "e\u0301", "🇨🇳", "政策", "abc123", "…", "力争达到", "1,234.5万元[4]。", "[9]",
    ];

    [Theory]
    [InlineData("第一句说完了。第二句接着说下去了吧。", 16, "第一句说完了。|第二句接着说下去了吧。")]
    [InlineData("研发费用139.69亿元[1]。增长45.8%[1]。", 20, "研发费用139.69亿元[1]。|增长45.8%[1]。")]
    [InlineData("一二三四五六七八九十\n甲乙丙丁。戊己庚辛", 16, "一二三四五六七八九十|甲乙丙丁。戊己庚辛")]
    [InlineData("一二三四五六七八九新认定高企416家[2]很多", 18, "一二三四五六七八九新认定高企|416家[2]很多")]
    [InlineData("一二三四五六七八九十甲乙丙丁戊👨‍👩‍👧", 20, "一二三四五六七八九十甲乙丙丁戊|👨‍👩‍👧")]
    public void Text_is_cut_where_a_reader_would_pause(string text, int limit, string pieces) =>
        TextSplitter.Split(text, limit, TextMeasure.Utf16).ShouldBe(pieces.Split('|'));

    [Theory]
    [InlineData("甲市去年投入62.4亿元，占比重2.31%[1]，列第五位。乙市说明。", 20, "甲市去年投入|62.4亿元，占比重2.31%[1]，|列第五位。乙市说明。")]
    [InlineData("前面这一句说完了。甲市投入62.4亿元，占比重2.31%[1]。", 24, "前面这一句说完了。|甲市投入62.4亿元，占比重2.31%[1]。")]
    [InlineData("甲市投入62.4亿元、新增高企416家、专利增长12.5%、成交额上升[1]。", 20, "甲市投入|62.4亿元、新增高企416家、|专利增长12.5%、成交额上升[1]。")]
    public void Figure_stays_with_the_marker_later_in_its_sentence_where_that_fits(string text, int limit, string pieces) =>
        TextSplitter.Split(text, limit, TextMeasure.Utf16).ShouldBe(pieces.Split('|'));

    [Theory]
    [InlineData("第一句说完了[1]。第二句有62.4亿元，占2.31%[2]。", 24, "第一句说完了[1]。")]
    [InlineData("第一句说完了[1]。第二句有62.4亿元，占2.31%[2]。", 60, "第一句说完了[1]。第二句有62.4亿元，占2.31%[2]。")]
    public void Beginning_has_no_figure_whose_marker_is_left_out(string text, int limit, string beginning) =>
        TextSplitter.BeginningOf(text, limit, TextMeasure.Utf16).ShouldBe(beginning);

    [Fact]
    public void Every_piece_fits_and_nothing_but_white_space_is_lost() => ForAnyText(
        (text, limit) =>
        {
            foreach (var measure in new[] { TextMeasure.Utf16, TextMeasure.Utf8 })
            {
                var pieces = TextSplitter.Split(text, limit, measure);
                pieces.ShouldAllBe(piece => measure.Of(piece) <= limit && piece.Length > 0);
                Packed(string.Concat(pieces)).ShouldBe(Packed(text));
            }
        });

    [Fact]
    public void No_figure_is_parted_from_its_marker_and_no_character_is_torn() => ForAnyText(
        (text, limit) =>
        {
            var pieces = TextSplitter.Split(text, limit, TextMeasure.Utf16);

            // Markers in a row longer than a piece have to be parted; no answer has such.
            if (limit >= 40)
                Figures(pieces).ShouldBe(Figures([text]));
            Characters(pieces).ShouldBe(Characters([text]));
        });

    private static List<string> Figures(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => FigureAndMarker().Matches(text)).Select(match => match.Value)];

    // White space at the cuts is gone, and joins no character of these texts.
    private static List<string> Characters(IEnumerable<string> texts) => [.. texts.SelectMany(Elements).Where(element => element.Trim().Length > 0)];

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }

    private static string Packed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static void ForAnyText(Action<string, int> check)
    {
        var texts = from parts in Gen.ArrayOf(Gen.Elements(Parts)) from limit in Gen.Choose(48, 90) select (Text: string.Concat(parts), Limit: limit);
        Prop.ForAll(texts.ToArbitrary(), drawn => check(drawn.Text, drawn.Limit)).QuickCheckThrowOnFailure();
    }

    [GeneratedRegex(@"[0-9０-９.,]+(?:家|亿元|万元|%)\[\d+\]")]
    private static partial Regex FigureAndMarker();
}
