using System.Diagnostics;
using System.Text;
using System.Threading.Channels;

namespace Bot.Tests.Parts;

/// <summary>The built program as a process of its own.</summary>
internal sealed class BotProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _error = new();

    private BotProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, e) =>
        {
            if (e.Data is null)
                _lines.Writer.TryComplete();
            else
                _lines.Writer.TryWrite(e.Data);
        };
        process.ErrorDataReceived += (_, e) =>
        {
            lock (_error)
                _error.AppendLine(e.Data);
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public string Error
    {
        get
        {
            lock (_error)
                return _error.ToString();
        }
    }

    public static BotProcess Start(params string[] arguments) => StartIn(Path.GetTempPath(), [], arguments);

    public static BotProcess StartIn(string workingDirectory, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Bot.Commands.BotProgram).Assembly.Location, .. arguments])
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new BotProcess(new Process { StartInfo = start });
    }

    /// <summary>The next line on the output that contains <paramref name="text"/>.</summary>
    public async Task<string> LineWithAsync(string text)
    {
        using var timeout = new CancellationTokenSource(s_patience);
        await foreach (var line in _lines.Reader.ReadAllAsync(timeout.Token))
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }
        throw new InvalidOperationException($"The program ended without a line that has “{text}”. Errors: {Error}");
    }

    /// <summary>Waits for the end; the output's remaining lines and the exit code.</summary>
    public async Task<(int ExitCode, string Out)> EndAsync()
    {
        using var timeout = new CancellationTokenSource(s_patience);
        await _process.WaitForExitAsync(timeout.Token);
        var lines = await _lines.Reader.ReadAllAsync(timeout.Token).ToListAsync(timeout.Token);
        return (_process.ExitCode, string.Join('\n', lines));
    }

    /// <summary>As <c>kill -9</c>.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <summary>As Ctrl-C in a terminal.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("sh", ["-c", $"kill -INT {_process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
