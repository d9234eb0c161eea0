using System.Net;

namespace Bot.Channels.Tests;

public sealed class FailedAttemptsTests
{
    [Fact]
    public void Client_waits_after_the_last_failure_it_is_allowed_and_until_the_window_ends()
    {
        var time = new SetTime();
        var failures = new FailedAttempts(time);
        for (int attempt = 1; attempt < FailedAttempts.Allowed; attempt++)
            failures.Note("a");
        var before = failures.WaitOf("a");
        failures.Note("a");
        time.Now += TimeSpan.FromSeconds(20);
        var after = failures.WaitOf("a");
        var other = failures.WaitOf("b");
        time.Now += TimeSpan.FromSeconds(40);

        before.ShouldBeNull();
        after.ShouldBe(TimeSpan.FromSeconds(40));
        other.ShouldBeNull();
        failures.WaitOf("a").ShouldBeNull();
    }

    [Theory]
    [InlineData("2001:db8::1", "2001:db8::2", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    [InlineData("10.0.0.1", "::ffff:10.0.0.1", true)]
    [InlineData("10.0.0.1", "10.0.0.2", false)]
    public void Addresses_are_one_client_when_they_are_of_one_network(string one, string other, bool isSame) =>
        (FailedAttempts.ClientOf(IPAddress.Parse(one)) == FailedAttempts.ClientOf(IPAddress.Parse(other))).ShouldBe(isSame);
}
