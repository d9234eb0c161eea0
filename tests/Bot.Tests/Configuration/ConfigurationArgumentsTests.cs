using Bot.Configuration;

namespace Bot.Tests.Configuration;

public sealed class ConfigurationArgumentsTests
{
    [Fact]
    public void Arguments_are_parted_into_settings_and_the_rest()
    {
        var (settings, rest) = ConfigurationArguments.Split(["ask", "--Web:Url=http://127.0.0.1:1", "--json", "--corpus:folder", "x", "问题"]);

        settings.ShouldBe(["--Web:Url=http://127.0.0.1:1", "--corpus:folder=x"]);
        rest.ShouldBe(["ask", "--json", "问题"]);
    }

    [Theory]
    [InlineData("--Corpse:Folder=x")]
    [InlineData("--Url=x")]
    [InlineData("2019:增长=多少")]
    public void Words_that_name_no_section_of_ours_stay_where_they_are(string word)
    {
        var (settings, rest) = ConfigurationArguments.Split(["ask", word]);

        settings.ShouldBeEmpty();
        rest.ShouldBe(["ask", word]);
    }

    [Fact]
    public void Everything_after_two_dashes_is_meant_literally()
    {
        var (settings, rest) = ConfigurationArguments.Split(["ask", "--", "--Web:Url=x"]);

        settings.ShouldBeEmpty();
        rest.ShouldBe(["ask", "--", "--Web:Url=x"]);
    }
}
