using Bot.Channels.WeCom;
using Bot.TestServers;

namespace Bot.Channels.Tests.WeCom;

/// <summary>The connection alone: when it is made again, when it isn't, and that orders wait for each other.</summary>
public sealed class AiBotConnectionTests : IAsyncLifetime, IDisposable
{
    private readonly SteppedTime _time = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly HeardLog<AiBotConnection> _log = new();
    private readonly WeComSoundness _soundness = new("WeCom:Bot");
    private readonly CancellationTokenSource _end = new();
    private LoopbackAiBotSocket _server = null!; // before each test
    private AiBotConnection _connection = null!;
    private Task _running = Task.CompletedTask;

    public async Task InitializeAsync() => _server = await LoopbackAiBotSocket.StartAsync();

    public async Task DisposeAsync()
    {
        await _end.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _server.DisposeAsync();
    }

    public void Dispose() => _end.Dispose();

    [Fact]
    public async Task Lost_connection_is_made_again_after_longer_and_longer_waits()
    {
        Run();
        await _server.UntilAsync(() => _server.Logins == 1);
        await _log.LineAsync("Connected");

        var url = _server.Url;
        await _server.DisposeAsync();
        int[] waits = [1, 2, 4, 8, 16, 30, 30];
        for (var i = 0; i < waits.Length; i++)
        {
            (await _log.LineAsync("the next try is in about", i + 1)).ShouldContain($"{TimeSpan.FromSeconds(waits[i])}");
            _soundness.Problem!.ShouldContain("正在重连");
            await _time.TimerAsync(TimeSpan.FromSeconds(waits[i] * 0.75), TimeSpan.FromSeconds(waits[i] * 1.25));
            if (i == waits.Length - 1)
                _server = await LoopbackAiBotSocket.StartAsync(url);
            _time.AdvanceToNext();
        }
        await _log.LineAsync("Connected", 2);

        _server.Logins.ShouldBe(1);
        _soundness.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Login_refused_five_times_is_not_tried_again()
    {
        Run(secret: "wrong");

        for (var tries = 1; tries < 5; tries++)
        {
            (await _log.LineAsync("the next try is in about", tries)).ShouldContain("853000");
            await _time.TimerAsync(TimeSpan.FromSeconds(0.7), TimeSpan.FromSeconds(38));
            _time.AdvanceToNext();
        }
        await _running.WaitAsync(TimeSpan.FromSeconds(20));

        _server.Orders.Length.ShouldBe(5);
        _soundness.Problem!.ShouldContain("853000");
        _soundness.Problem!.ShouldContain("已停止");
        _soundness.Problem!.ShouldNotContain("wrong");
    }

    [Fact]
    public async Task Connection_that_answers_no_pings_is_given_up_and_made_again()
    {
        _server.Forgets = order => order.Command == "ping";
        Run();

        for (var pings = 1; pings <= 2; pings++)
        {
            await _time.TimerAsync(TimeSpan.FromSeconds(30));
            _time.Advance(TimeSpan.FromSeconds(30));
            await _server.UntilAsync(() => _server.Orders.Count(o => o.Command == "ping") == pings);
            await _time.TimerAsync(TimeSpan.FromSeconds(5));
            _time.Advance(TimeSpan.FromSeconds(5));
        }
        await _log.LineAsync("the next try is in about");
        await _time.TimerAsync(TimeSpan.FromSeconds(0.75), TimeSpan.FromSeconds(1.25));
        _time.AdvanceToNext();

        await _server.UntilAsync(() => _server.Logins == 2);
    }

    [Fact]
    public async Task Answered_pings_keep_the_connection()
    {
        Run();

        for (var pings = 1; pings <= 4; pings++)
        {
            await _time.TimerAsync(TimeSpan.FromSeconds(30));
            _time.Advance(TimeSpan.FromSeconds(30));
            await _server.UntilAsync(() => _server.Orders.Count(o => o.Command == "ping") == pings);
        }

        _server.Logins.ShouldBe(1);
    }

    [Fact]
    public async Task Second_order_of_one_name_waits_for_the_first_and_one_of_another_name_does_not()
    {
        _server.Forgets = order => order.Content == "1";
        Run();
        await _log.LineAsync("Connected");

        var first = OrderAsync("a", "1");
        await _server.OrderAsync(o => o.Content == "1");
        var second = OrderAsync("a", "2");
        await OrderAsync("b", "3");
        var before = _server.Orders.Select(o => o.Content).OfType<string>().ToArray();
        await _time.TimerAsync(TimeSpan.FromSeconds(5));
        _time.Advance(TimeSpan.FromSeconds(5));
        var late = await Should.ThrowAsync<DeliveryException>(first);
        await second;

        before.ShouldBe(["1", "3"]);
        late.ShouldSatisfyAllConditions(e => e.IsUncertain.ShouldBeTrue(), e => e.IsFinal.ShouldBeFalse());
        _server.Orders.Select(o => o.Content).OfType<string>().ShouldBe(["1", "3", "2"]);
    }

    [Fact]
    public async Task Order_without_a_connection_waits_for_another_time()
    {
        Make("nobody");

        (await Should.ThrowAsync<DeliveryException>(OrderAsync("a", "1"))).ShouldSatisfyAllConditions(e => e.IsUncertain.ShouldBeFalse(), e => e.IsFinal.ShouldBeFalse());
    }

    private async Task OrderAsync(string name, string content) =>
        await _connection.OrderAsync(SocketOrder.Send, name, AiBotBody.OfMarkdown(content, "wang"), CancellationToken.None);

    private void Run(string secret = LoopbackAiBotSocket.Secret)
    {
        Make(secret);
        _running = _connection.RunAsync(_end.Token);
    }

    private void Make(string secret) => _connection = new AiBotConnection(
        new WeComBotOptions { BotId = LoopbackAiBotSocket.BotId, Secret = secret, WebSocketUrl = _server.Url },
        _ => Task.CompletedTask, _soundness, _time, _log);
}
