using System.Collections.Concurrent;

namespace Bot.Channels.Tests.Chat;

public sealed class ChatLanesTests
{
    [Fact]
    public async Task Work_of_one_lane_is_done_in_order_one_piece_at_a_time()
    {
        using var lanes = new ChatLanes(4, CancellationToken.None);
        var done = new ConcurrentQueue<int>();
        var atWork = 0;

        foreach (var piece in Enumerable.Range(0, 50))
        {
            lanes.Add("a", async _ =>
            {
                Interlocked.Increment(ref atWork).ShouldBe(1);
                await Task.Yield();
                done.Enqueue(piece);
                Interlocked.Decrement(ref atWork);
            });
        }
        await lanes.DrainAsync();

        done.ShouldBe(Enumerable.Range(0, 50));
    }

    [Fact]
    public async Task Lane_that_waits_holds_up_no_other_and_no_more_than_so_many_work_at_once()
    {
        using var lanes = new ChatLanes(2, CancellationToken.None);
        var gate = new TaskCompletionSource();
        var quick = new TaskCompletionSource();
        var most = 0;
        var atWork = 0;

        var begun = new TaskCompletionSource();
        lanes.Add("slow", _ => { begun.SetResult(); return gate.Task; });
        await begun.Task;
        foreach (var lane in new[] { "b", "c", "d", "e" })
        {
            lanes.Add(lane, async _ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref atWork));
                await Task.Yield();
                Interlocked.Decrement(ref atWork);
            });
        }
        lanes.Add("e", _ => { quick.SetResult(); return Task.CompletedTask; });
        await quick.Task;
        gate.SetResult();
        await lanes.DrainAsync();

        most.ShouldBe(1); // of two places the slow lane holds one
    }

    [Fact]
    public async Task Work_not_begun_when_the_program_stops_is_left()
    {
        using var stopping = new CancellationTokenSource();
        using var lanes = new ChatLanes(1, stopping.Token);
        var begun = new TaskCompletionSource();
        var isNextDone = false;

        lanes.Add("a", async stop => { begun.SetResult(); await Task.Delay(Timeout.Infinite, stop); });
        lanes.Add("a", _ => { isNextDone = true; return Task.CompletedTask; });
        await begun.Task;
        await stopping.CancelAsync();
        await lanes.DrainAsync();

        isNextDone.ShouldBeFalse();
    }

    [Fact]
    public async Task Failure_of_one_piece_does_not_keep_the_next_from_its_turn()
    {
        using var lanes = new ChatLanes(1, CancellationToken.None);
        var next = new TaskCompletionSource();

        lanes.Add("a", _ => throw new InvalidOperationException("broken"));
        lanes.Add("a", _ => { next.SetResult(); return Task.CompletedTask; });

        await next.Task;
    }
}
