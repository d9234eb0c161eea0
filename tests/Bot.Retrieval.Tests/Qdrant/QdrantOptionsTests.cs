namespace Bot.Retrieval.Tests.Qdrant;

public sealed class QdrantOptionsTests
{
    private static readonly QdrantOptionsValidation s_validation = new();

    public static TheoryData<string, string, Action<QdrantOptions>> Wrong => new()
    {
        { "Urls", "", o => o.Urls = "" },
        { "Urls", "127.0.0.1:6333", o => o.Urls = "127.0.0.1:6333" },
        { "Urls", "http://a:6333;ftp://b", o => o.Urls = "http://a:6333;ftp://b" },
        { "Urls", "http://a:6333/?key=1", o => o.Urls = "http://a:6333/?key=1" },
        { "Collection", "", o => o.Collection = "" },
        { "Collection", "报告", o => o.Collection = "报告" },
        { "Collection", "a/b", o => o.Collection = "a/b" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_options_are_told_with_key_value_and_what_is_allowed(string key, string value, Action<QdrantOptions> set)
    {
        var options = new QdrantOptions();
        set(options);

        var failure = s_validation.Validate(null, options).Failures.ShouldHaveSingleItem();

        failure.ShouldStartWith($"配置项 Index:Qdrant:{key} 的值“{value}”不可用：应为");
    }

    [Fact]
    public void Wrong_key_is_told_without_showing_it()
    {
        var failure = s_validation.Validate(null, new QdrantOptions { ApiKey = " secret" }).Failures.ShouldHaveSingleItem();

        failure.ShouldContain("Index:Qdrant:ApiKey");
        failure.ShouldNotContain("secret");
    }

    [Fact]
    public void Right_options_are_taken()
    {
        s_validation.Validate(null, new QdrantOptions()).Succeeded.ShouldBeTrue();
        var several = new QdrantOptions { Urls = "http://a:6333; https://b/qdrant/", ApiKey = "k-1_2", Collection = "reports_2", Shards = 6, Replicas = 3 };

        s_validation.Validate(null, several).Succeeded.ShouldBeTrue();
        several.Addresses.Select(a => a.AbsoluteUri).ShouldBe(["http://a:6333/", "https://b/qdrant/"]);
    }
}
