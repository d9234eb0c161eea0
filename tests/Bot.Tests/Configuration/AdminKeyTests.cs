using Bot.Channels;
using Bot.Configuration;

namespace Bot.Tests.Configuration;

public sealed class AdminKeyTests
{
    [Fact]
    public void Key_is_known_as_a_secret() =>
        OwnedSection.All.SelectMany(section => ConfigurationKey.Of(section))
            .Single(key => key.Path == $"{AdminOptions.SectionName}:{nameof(AdminOptions.Key)}").IsSecret.ShouldBeTrue();
}
