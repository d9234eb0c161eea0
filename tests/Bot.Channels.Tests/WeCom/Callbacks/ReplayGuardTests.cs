using Bot.Channels.WeCom;

namespace Bot.Channels.Tests.WeCom;

public sealed class ReplayGuardTests
{
    [Fact]
    public void Guard_knows_what_was_taken_as_long_as_it_could_pass_for_fresh()
    {
        var time = new SetTime();
        var guard = new ReplayGuard(TimeSpan.FromMinutes(10), time);

        guard.Note("a");
        time.Now += TimeSpan.FromMinutes(10);
        var after10 = (guard.IsKnown("a"), guard.IsKnown("b"));
        time.Now += TimeSpan.FromSeconds(1);

        after10.ShouldBe((true, false));
        guard.IsKnown("a").ShouldBeFalse();
    }
}
