using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Bot.Benchmarks;

/// <summary>The built program in a process of its own, over the reports it finds by default, with an empty storage.</summary>
internal sealed class BotProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly DirectoryInfo _storage;

    private BotProcess(Process process, DirectoryInfo storage, HttpClient http) => (_process, _storage, Http) = (process, storage, http);

    /// <summary>To the program's own address.</summary>
    public HttpClient Http { get; }

    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / (double)(1 << 20);
        }
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="program">Bot.dll as built, e.g. src/Bot/bin/Release/net10.0/Bot.dll.</param>
    /// <param name="settings">As environment variables: Telegram__Token …</param>
    public static async Task<BotProcess> StartAsync(string program, IEnumerable<(string Key, string Value)> settings)
    {
        var storage = Directory.CreateTempSubdirectory("bot-load-");
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[program, "run", $"--Web:Url={url}", $"--Storage:Directory={storage.FullName}"])
            start.ArgumentList.Add(argument);
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        var process = Process.Start(start)!; // dotnet runs this program too
        // What nobody reads would stop the program once the pipe is full.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var bot = new BotProcess(process, storage, new HttpClient { BaseAddress = new Uri(url) });
        await bot.ReadyAsync();
        return bot;
    }

    /// <summary>Questions after figures that the reports state, as many as asked, over and over when there are fewer.</summary>
    public async Task<string[]> QuestionsAsync(int count)
    {
        var page = JsonNode.Parse(await Http.GetStringAsync("/api/figures?limit=200"))!["figures"]!.AsArray();
        string[] asked = [.. page.Select(f => $"{f!["region"]}{((string?)f["period"])?[..4]}年{f["indicator"] ?? f["words"]}是多少？").Distinct()];
        return [.. Enumerable.Range(0, count).Select(i => asked[i % asked.Length])];
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        Http.Dispose();
        _storage.Delete(recursive: true);
    }

    private async Task ReadyAsync()
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < s_patience; await Task.Delay(100))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The program ended with {_process.ExitCode}.");
            try
            {
                if ((await Http.GetAsync("/readyz")).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }
        throw new TimeoutException("The program did not become ready.");
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
