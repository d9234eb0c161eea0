using System.Text;
using Bot.Corpus;

namespace Bot.Channels.Tests.Chat;

public sealed class ButtonPressTests
{
    private static readonly ReportId Report = new("2019年绍兴市科技创新工作总结和2020年工作思路");

    public static TheoryData<string> Presses => new(
        new ButtonPress.OpenParagraph(ReportToken.Of(Report), 999_999_999).ToString(),
        new ButtonPress.Vote(new string('a', 62), IsUp: true).ToString(),
        new ButtonPress.Vote("9fc5bcf4ffa447a68cecd59b72b1b425", IsUp: false).ToString(),
        new ButtonPress.FollowUp(2).ToString(),
        new ButtonPress.Choose("Ab_-0129", 9999, 99).ToString());

    [Theory]
    [MemberData(nameof(Presses))]
    public void Button_fits_into_64_bytes_and_is_read_as_it_was_written(string data)
    {
        Encoding.UTF8.GetByteCount(data).ShouldBeInRange(1, ButtonPress.MaximumLength);
        ButtonPress.Parse(data).ShouldNotBeNull().ToString().ShouldBe(data);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("p:short:1")]
    [InlineData("p:abcdefghijkl:99999999999")]
    [InlineData("u:")]
    [InlineData("u:a b")]
    [InlineData("f:77")]
    [InlineData("m:short:1:1")]
    [InlineData("m:abcdefgh:1")]
    [InlineData("m:abcdefgh:1:-1")]
    [InlineData("x:1")]
    public void Data_of_no_button_of_ours_is_nothing(string? data) => ButtonPress.Parse(data).ShouldBeNull();

    [Fact]
    public void Report_is_found_by_its_token_among_others()
    {
        var token = ReportToken.Of(Report);

        token.Find([new("别的报告"), Report]).ShouldBe(Report);
        token.Find([new("别的报告")]).ShouldBeNull();
    }

    [Theory]
    [InlineData("绍兴2019年高企有多少家？")]
    [InlineData("How many?")]
    public void Link_asks_its_question_again(string question)
    {
        var link = new DeepLink.Ask(question);

        link.Fits.ShouldBeTrue();
        link.ToString().ShouldMatch("^[A-Za-z0-9_-]{1,64}$");
        DeepLink.Parse(link.ToString()).ShouldBe(link);
    }

    [Fact]
    public void Link_opens_its_paragraph_and_a_foreign_one_nothing()
    {
        var link = new DeepLink.OpenParagraph(ReportToken.Of(Report), 14);

        DeepLink.Parse(link.ToString()).ShouldBe(link);
        DeepLink.Parse("q-%%%").ShouldBeNull();
        DeepLink.Parse("q-_w").ShouldBeNull();
        DeepLink.Parse("anything").ShouldBeNull();
        new DeepLink.Ask(new string('长', 40)).Fits.ShouldBeFalse();
    }
}
