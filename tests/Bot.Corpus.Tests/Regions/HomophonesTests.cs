namespace Bot.Corpus.Tests.Regions;

public sealed class HomophonesTests
{
    [Theory]
    [InlineData('洲', '州', true)]
    [InlineData('心', '兴', true)]
    [InlineData('长', '常', true)]
    [InlineData('长', '掌', true)]
    [InlineData('杭', '航', true)]
    [InlineData('企', '起', true)]
    [InlineData('杭', '嘉', false)]
    [InlineData('A', '诶', false)]
    public void Homophones_tell_which_characters_sound_alike(char a, char b, bool expected)
    {
        var alike = Homophones.Default.SoundAlike(a, b);

        alike.ShouldBe(expected);
    }
}
