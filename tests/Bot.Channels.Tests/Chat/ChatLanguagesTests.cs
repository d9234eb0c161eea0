namespace Bot.Channels.Tests.Chat;

public sealed class ChatLanguagesTests
{
    [Theory]
    [InlineData("绍兴市2019年的R&D投入是多少？", "Chinese")]
    [InlineData("How many high-tech enterprises does 绍兴 have?", "English")]
    [InlineData("416", "Chinese")]
    public void Question_is_answered_in_its_own_language(string question, string language) =>
        ChatLanguages.Of(question).ToString().ShouldBe(language);

    [Theory]
    [InlineData(null, "Chinese")]
    [InlineData("zh-hans", "Chinese")]
    [InlineData("en", "English")]
    [InlineData("de-AT", "English")]
    public void Whoever_presses_a_button_is_spoken_to_in_their_clients_language(string? tag, string language) =>
        ChatLanguages.OfClient(tag).ToString().ShouldBe(language);
}
