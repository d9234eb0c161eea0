using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;

namespace Bot.Channels.WeCom;

/// <summary>One open connection: orders out, each acknowledged before the next with the same name; frames in.</summary>
internal sealed class AiBotSocket(WebSocket socket, TimeProvider time) : IDisposable
{
    /// <summary>How long WeCom may take to acknowledge an order.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int LongestFrame = 1 << 20;

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<SocketFrame>> _open = new(StringComparer.Ordinal);
    private volatile bool _isClosed;

    /// <summary>Sends an order and waits for what becomes of it.</summary>
    /// <exception cref="DeliveryException">The connection is gone, or nothing was acknowledged in time: it may have been carried out.</exception>
    public async Task<SocketFrame> OrderAsync(SocketOrder order, CancellationToken cancellationToken)
    {
        var (name, mine) = (order.Headers.RequestId, new TaskCompletionSource<SocketFrame>(TaskCreationOptions.RunContinuationsAsynchronously));
        while (!_open.TryAdd(name, mine))
        {
            if (_open.TryGetValue(name, out var other))
                await ((Task)other.Task).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
        try
        {
            await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(order, AiBotJson.Wire.SocketOrder), cancellationToken);
            return await mine.Task.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException e)
        {
            throw DeliveryException.NotNow("WeCom did not acknowledge in time", isUncertain: true, inner: e);
        }
        finally
        {
            // Whoever waits for this one's turn goes on, whatever became of it.
            _open.TryRemove(KeyValuePair.Create(name, mine));
            mine.TrySetCanceled(CancellationToken.None);
        }
    }

    /// <summary>A name for an order that answers nothing.</summary>
    public static string NewName(string command) => $"{command}_{Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture)}";

    /// <summary>Hands on what comes in until the connection ends.</summary>
    /// <param name="take">Quick: acknowledgements wait behind it.</param>
    public async Task ReceiveAsync(Func<SocketFrame, Task> take, CancellationToken cancellationToken)
    {
        try
        {
            while (await ReadAsync(cancellationToken) is { } text)
            {
                if (Parse(text) is not { } frame)
                    continue; // of a kind that is not known yet
                if (frame is not { Command: null, Headers.RequestId: { } name })
                    await take(frame);
                else if (_open.TryGetValue(name, out var waiting))
                    waiting.TrySetResult(frame);
            }
        }
        catch (WebSocketException)
        {
            // The connection broke.
        }
        finally
        {
            _isClosed = true;
            foreach (var waiting in _open.Values)
                waiting.TrySetException(DeliveryException.NotNow("the connection to WeCom broke", isUncertain: true));
        }
    }

    public void Dispose() => _writing.Dispose();

    private async Task WriteAsync(byte[] json, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            if (_isClosed || socket.State is not WebSocketState.Open)
                throw DeliveryException.NotNow("there is no connection to WeCom");
            // Cut off in the middle, a frame would end the connection.
            await socket.SendAsync(json, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException)
        {
            throw DeliveryException.NotNow("the connection to WeCom broke", isUncertain: true, inner: e);
        }
        finally
        {
            _writing.Release();
        }
    }

    // Null at the end.
    private async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (true)
        {
            var read = await socket.ReceiveAsync(piece, cancellationToken);
            if (read.MessageType is WebSocketMessageType.Close || whole.Length + read.Count > LongestFrame)
                return null;
            whole.Write(piece, 0, read.Count);
            if (read.EndOfMessage)
                return whole.ToArray();
        }
    }

    private static SocketFrame? Parse(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, AiBotJson.Strict.SocketFrame);
        }
        // A text of half a character passes the parser and can't be read.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
