using Bot.Corpus;

namespace Bot.Corpus.Tests.Numbers;

public sealed class TextFoldingTests
{
    [Theory]
    [InlineData("ＧＤＰ增长７．６％", "gdp增长7.6%")]
    [InlineData("R&D經費佔比", "r&d经费占比")]
    [InlineData("產業園區爲主，後續於年內推進", "产业园区为主,后续于年内推进")]
    [InlineData("面积120㎡①", "面积120m21")]
    [InlineData("1—11月、１－３月、2019–2020", "1-11月、1-3月、2019-2020")]
    [InlineData("⼯业和⻓三角", "工业和长三角")]
    [InlineData("全\u3000县\u00a0科技", "全 县 科技")]
    [InlineData("著名高校成果显著，乾坤", "著名高校成果显著,乾坤")]
    [InlineData("", "")]
    public void Folding_brings_writings_of_the_same_words_to_one_form(string text, string expected)
    {
        var folded = TextFolding.Fold(text);

        folded.ShouldBe(expected);
    }

    [Fact]
    public void Folding_twice_changes_nothing_for_any_character()
    {
        var every = string.Concat(Enumerable.Range(1, 0xFFFD).Select(c => (char)c));

        var once = TextFolding.Fold(every);

        once.ShouldNotContain('\uFFFF');
        TextFolding.Fold(once).ShouldBe(once);
    }

    [Fact]
    public void Folding_keeps_a_broken_surrogate_and_whole_pairs_as_they_are()
    {
        const string text = "甲\ud842乙𠮷";

        var folded = TextFolding.Fold(text);

        folded.ShouldBe(text);
    }

    [Fact]
    public void Folded_text_leads_back_to_the_original_when_characters_grew()
    {
        const string text = "共５０㎡厂房";

        var folded = TextFolding.FoldWithMap(text);

        folded.Text.ShouldBe("共50m2厂房");
        folded.ToOriginal(new TextSpan(1, 5)).Of(text).ShouldBe("５０㎡");
        folded.ToOriginal(new TextSpan(3, 4)).Of(text).ShouldBe("㎡");
        folded.ToOriginal(new TextSpan(5, 7)).Of(text).ShouldBe("厂房");
        folded.ToOriginal(new TextSpan(7, 7)).ShouldBe(new TextSpan(6, 6));
    }
}
