using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Bot.Models.Tests.Options;

public sealed class ModelOptionsTests
{
    private const string Address = "https://api.example.cn/v1";

    [Fact]
    public void Options_are_valid_and_mean_no_model_when_nothing_is_set()
    {
        var chat = new ChatModelOptions { ApiKey = "sk-alone" };
        var embedding = new EmbeddingModelOptions();

        chat.IsConfigured.ShouldBeFalse();
        embedding.IsConfigured.ShouldBeFalse();
        new ChatModelOptionsValidation().Validate(null, chat).Succeeded.ShouldBeTrue();
        new EmbeddingModelOptionsValidation().Validate(null, embedding).Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Address, null, "Model:Chat:Model is missing")]
    [InlineData(Address, "  ", "Model:Chat:Model is missing")]
    [InlineData(null, "qwen-plus", "Model:Chat:BaseUrl is missing")]
    public void Validation_names_the_missing_key_when_a_model_is_half_configured(string? address, string? model, string expected)
    {
        var result = new ChatModelOptionsValidation().Validate(null, new() { BaseUrl = address, Model = model });

        result.FailureMessage.ShouldNotBeNull().ShouldContain(expected);
    }

    [Theory]
    [InlineData(Address, true)]
    [InlineData("http://127.0.0.1:11434/v1/", true)]
    [InlineData("https://my-resource.openai.azure.com/openai/v1/", true)]
    [InlineData("api.example.cn/v1", false)]
    [InlineData("ftp://api.example.cn/v1", false)]
    [InlineData("https://user:secret@api.example.cn/v1", false)]
    [InlineData("https://api.example.cn/v1?key=secret", false)]
    [InlineData("https://api.example.cn/v1/chat/completions", false)]
    [InlineData("https://api.example.cn/v1/embeddings", false)]
    public void Validation_takes_only_addresses_that_paths_can_be_added_to(string address, bool isAllowed)
    {
        var result = new EmbeddingModelOptionsValidation().Validate(null, new() { BaseUrl = address, Model = "m" });

        result.Succeeded.ShouldBe(isAllowed);
        (result.FailureMessage ?? "").ShouldNotContain("secret");
        if (!isAllowed)
            result.FailureMessage!.ShouldContain("Model:Embedding:BaseUrl");
    }

    [Theory]
    [InlineData("sk-secret\n")]
    [InlineData("sk-secret x")]
    [InlineData("sk-密钥")]
    public void Validation_refuses_a_key_that_no_header_can_carry_without_showing_it(string key)
    {
        var result = new ChatModelOptionsValidation().Validate(null, new() { BaseUrl = Address, Model = "m", ApiKey = key });

        result.FailureMessage.ShouldNotBeNull().ShouldContain("Model:Chat:ApiKey");
        result.FailureMessage.ShouldNotContain("secret");
        result.FailureMessage.ShouldNotContain("sk-密钥");
    }

    [Theory]
    [InlineData(typeof(ChatModelOptions))]
    [InlineData(typeof(EmbeddingModelOptions))]
    public void Options_mark_their_key_as_a_secret_and_default_within_their_ranges(Type type)
    {
        var options = Activator.CreateInstance(type)!;

        Validator.TryValidateObject(options, new(options), null, validateAllProperties: true).ShouldBeTrue();
        type.GetProperty("ApiKey")!.GetCustomAttribute<DataTypeAttribute>()!.DataType.ShouldBe(DataType.Password);
        type.GetProperties().Where(p => p.PropertyType == typeof(int)).ShouldAllBe(p => p.IsDefined(typeof(RangeAttribute)));
    }
}
