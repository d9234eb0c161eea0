using Bot.Corpus;

namespace Bot.Retrieval.Tests.Terms;

public sealed class TermReaderTests
{
    [Fact]
    public void Terms_are_characters_pairs_across_scripts_and_whole_words()
    {
        var terms = KeysOf("5G基站7.6万");

        terms.ShouldBe(
        [
            Term.WordKey("5g"), Term.PairKey('5', 'g'),
            Term.CharacterKey('基'), Term.PairKey('g', '基'),
            Term.CharacterKey('站'), Term.PairKey('基', '站'),
            Term.WordKey("7.6"), Term.PairKey('站', '7'),
            Term.CharacterKey('万'), Term.PairKey('6', '万'),
        ], ignoreOrder: true);
    }

    [Fact]
    public void Pairs_do_not_cross_punctuation()
    {
        var terms = KeysOf("企业，科技");

        terms.ShouldNotContain(Term.PairKey('业', '科'));
    }

    [Theory]
    [InlineData("1,346,200", "1346200")]
    [InlineData("2.8%", "2.8")]
    [InlineData("R&D", "r&d")]
    [InlineData("covid-19", "covid")]
    public void A_word_is_read_whole(string text, string word) => KeysOf(text).ShouldContain(Term.WordKey(word));

    [Fact]
    public void A_rare_character_outside_the_first_plane_is_one_character()
    {
        var terms = KeysOf("𠮷林");

        terms.ShouldBe([Term.CharacterKey(0x20BB7), Term.CharacterKey('林'), Term.PairKey(0x20BB7, '林')], ignoreOrder: true);
    }

    [Fact]
    public void Broken_surrogates_symbols_and_spaces_are_no_terms() =>
        KeysOf("\ud842 😀 —— \udfb7").ShouldBeEmpty();

    private static IEnumerable<ulong> KeysOf(string text)
    {
        var terms = new List<Term>();
        TermReader.Read(TextFolding.Fold(text), terms);
        return terms.Select(t => t.Key);
    }
}
