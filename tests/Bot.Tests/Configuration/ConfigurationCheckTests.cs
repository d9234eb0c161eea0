using System.ComponentModel.DataAnnotations;
using Bot.Configuration;
using Bot.Tests.Parts;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Configuration;

public sealed class ConfigurationCheckTests
{
    [Fact]
    public void Defaults_are_in_order()
    {
        var check = Check();

        check.Problems.ShouldBeEmpty();
        check.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Corpus:RescanSeconds", "0", "1", "3600")]
    [InlineData("Corpus:SettleMilliseconds", "abc", "数字", "number")]
    [InlineData("Corpus:Folder", "/no/such/folder", "文件夹", "folder")]
    [InlineData("Corpus:Folder", "", "不能为空", "empty")]
    [InlineData("Web:RequestsPerMinute", "many", "数字", "number")]
    [InlineData("Storage:KeepAnswers", "forever", "天数", "days")]
    [InlineData("Storage:KeepAnswers", "00:00:00", "00:01:00", "36500")]
    [InlineData("Vocabulary:Folder", "/no/such/folder", "文件夹", "folder")]
    [InlineData("Index:Provider", "Lucene", "Sqlite / Qdrant")]
    [InlineData("Index:Qdrant:Shards", "0", "1", "256")]
    [InlineData("Index:Qdrant:Replicas", "17", "1", "16")]
    [InlineData("Index:Qdrant:TimeoutSeconds", "0", "1", "300")]
    [InlineData("Index:Qdrant:BatchBytes", "33554432", "65536", "32505856")]
    [InlineData("Index:Qdrant:RefreshSeconds", "21", "1", "20")]
    public void Problem_names_the_key_the_value_and_what_is_allowed(string key, string value, params string[] allowed)
    {
        var problem = Check((key, value)).Problems.ShouldHaveSingleItem();

        problem.ShouldContain(key);
        problem.ShouldContain($"“{value}”");
        foreach (var word in allowed)
            problem.ShouldContain(word);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("30.00:00:00", 30)]
    public void How_long_answers_are_kept_can_be_said_in_days(string value, int days)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:KeepAnswers", value)]).Build();

        ConfigurationCheck.Of(configuration).Problems.ShouldBeEmpty();
        configuration.GetSection(StorageOptions.SectionName).Get<StorageOptions>().ShouldNotBeNull().KeepAnswers.ShouldBe(TimeSpan.FromDays(days));
    }

    [Fact]
    public void Storage_directory_that_is_a_file_is_a_problem()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("data", "a file");

        var problem = Check(("Storage:Directory", file)).Problems.ShouldHaveSingleItem();

        problem.ShouldContain("Storage:Directory");
    }

    [Fact]
    public void Every_problem_is_told_at_once()
    {
        var check = Check(("Corpus:RescanSeconds", "-1"), ("Corpus:PatienceSeconds", "x"));

        check.Problems.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("Corpus:Foldr", "Corpus:Folder")]
    [InlineData("storage:folder:directory", "Storage:Directory")]
    [InlineData("Web:Ur", "Web:Url")]
    [InlineData("Index:Qdrant:Url", "Index:Qdrant:Urls")]
    public void Unknown_key_is_warned_of_with_the_nearest_known_one(string unknown, string meant)
    {
        var warning = Check((unknown, "x")).Warnings.ShouldHaveSingleItem();

        warning.ShouldContain(unknown);
        warning.ShouldContain($"Did you mean {meant}?");
    }

    [Fact]
    public void Keys_of_other_sections_are_none_of_ours()
    {
        var check = Check(("PATH", "/bin"), ("Logging:LogLevel:Default", "Debug"));

        check.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Secret_is_not_shown_when_it_is_wrong()
    {
        var configuration = Settings(("Safe:Key", "hunter2"));

        var check = ConfigurationCheck.Of(configuration, [OwnedSection.Of<SafeOptions>("Safe")]);

        check.Problems.ShouldHaveSingleItem().ShouldNotContain("hunter2");
    }

    private static ConfigurationCheck Check(params (string Key, string Value)[] settings) => ConfigurationCheck.Of(Settings(settings));

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value))).Build();

    private sealed class SafeOptions
    {
        [DataType(DataType.Password)]
        [MinLength(20)]
        public string Key { get; set; } = new('x', 20);
    }
}
