using System.Net;
using System.Net.Sockets;

namespace Bot.Channels;

/// <summary>Counts wrong keys by client address. Safe for many threads.</summary>
internal sealed class FailedAttempts(TimeProvider time)
{
    /// <summary>Wrong keys one client may send in a <see cref="Window"/>.</summary>
    public const int Allowed = 5;

    // Addresses kept before those whose time has passed are thrown out.
    private const int Crowd = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset Since)> _failures = [];

    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(1);

    /// <summary>An address as one client's: of IPv6 the network, since one client has all of its addresses.</summary>
    public static string ClientOf(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6 || address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.MapToIPv4().ToString();
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }

    /// <summary>How long the client must wait before its next key is looked at; null: it need not.</summary>
    public TimeSpan? WaitOf(string client)
    {
        lock (_lock)
            return _failures.TryGetValue(client, out var failed) && failed.Count >= Allowed && Left(failed.Since) is { Ticks: > 0 } left ? left : null;
    }

    public void Note(string client)
    {
        lock (_lock)
        {
            if (_failures.Count >= Crowd)
                ForgetOld();
            bool isFresh = !_failures.TryGetValue(client, out var failed) || Left(failed.Since) <= TimeSpan.Zero;
            _failures[client] = isFresh ? (1, time.GetUtcNow()) : (failed.Count + 1, failed.Since);
        }
    }

    public void Forget(string client)
    {
        lock (_lock)
            _failures.Remove(client);
    }

    private TimeSpan Left(DateTimeOffset since) => since + Window - time.GetUtcNow();

    private void ForgetOld()
    {
        foreach (string client in _failures.Where(failed => Left(failed.Value.Since) <= TimeSpan.Zero).Select(failed => failed.Key).ToArray())
            _failures.Remove(client);
    }
}
