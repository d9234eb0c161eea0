using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Reading;

/// <summary>
/// Looks at the corpus folder. Remembers between looks what it saw, so that a file is opened only after its size or
/// write time changed, and is called settled only once both stood still.
/// </summary>
/// <param name="path">Absolute path.</param>
/// <param name="settling">How long size and write time must stand still.</param>
/// <param name="patience">How long a file may move or be locked before that is called a problem.</param>
internal sealed class CorpusFolder(string path, TimeSpan settling, TimeSpan patience, OpenReading open, TimeProvider time)
{
    private Dictionary<string, Memory> _memories = [];
    private FileStamp? _sources;
    private ReportReading? _reading;

    public string FullPath => path;

    public string PathOf(string file) => Path.Combine(path, file);

    /// <summary>Reads a file that a look has found.</summary>
    public Task<ReadOutcome> ReadAsync(string file, CancellationToken cancellationToken) =>
        (_reading ?? throw new InvalidOperationException("The folder was not looked at yet.")).ReadAsync(PathOf(file), cancellationToken);

    /// <exception cref="IOException">The folder itself can't be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself can't be listed.</exception>
    public async Task<FolderLook> LookAsync(CancellationToken cancellationToken)
    {
        var listing = FolderListing.Of(path);
        var (reading, problem) = await OpenAsync(cancellationToken);
        var memories = new Dictionary<string, Memory>();
        var looks = ImmutableArray.CreateBuilder<FileLook>(listing.Files.Length);
        foreach (var (file, stamp) in listing.Files)
        {
            var memory = Recall(file, stamp, reading);
            if (await LookAtAsync(file, memory, cancellationToken) is not { } content)
                continue;
            looks.Add(new(file, content));
            memories[file] = memory;
        }
        _memories = memories;
        return new(looks.ToImmutable(), listing.ClosedFolders, problem);
    }

    // A sources.json that has been broken is told of, and what it said before stays in force until it is mended.
    private async Task<(ReportReading Reading, ReadOutcome.Failure? Problem)> OpenAsync(CancellationToken cancellationToken)
    {
        var sources = FileStamp.Of(PathOf(IgnoredFiles.Sources));
        if (_reading is not null && sources == _sources)
            return (_reading, null);
        var opened = await open(path, cancellationToken);
        _sources = sources;
        _reading = opened.Problem is null ? opened : _reading ?? opened;
        return (_reading, opened.Problem);
    }

    private Memory Recall(string file, FileStamp stamp, ReportReading reading)
    {
        var now = time.GetUtcNow();
        if (!_memories.TryGetValue(file, out var memory))
            return new(stamp, reading, now) { RestlessSince = now };
        if (memory.Stamp == stamp && memory.Reading == reading)
            return memory;
        return new(stamp, reading, now) { RestlessSince = memory.Hash is null ? memory.RestlessSince : now };
    }

    private async Task<FileContent?> LookAtAsync(string file, Memory memory, CancellationToken cancellationToken)
    {
        if (memory.Hash is not null)
            return new FileContent.Settled(memory.Hash);
        if (!IsStill(memory))
            return Restless(file, memory, "文件仍在写入或复制", "请等写入完成；若它一直在变，请换成写完的副本");
        try
        {
            memory.Hash = await memory.Reading.HashAsync(PathOf(file), cancellationToken);
            return new FileContent.Settled(memory.Hash);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return new FileContent.Closed($"没有读取 {file} 的权限", "请让运行本程序的用户可以读取它");
        }
        catch (IOException)
        {
            return Restless(file, memory, "文件被另一个程序占用", "请关闭占用它的程序");
        }
    }

    // Old files are still at first sight. New ones are watched, by our own clock too: a copy may carry its original's write time.
    private bool IsStill(Memory memory)
    {
        var now = time.GetUtcNow();
        return memory.Stamp.WrittenAt <= now.UtcDateTime - settling || memory.FirstSeen <= now - settling;
    }

    private FileContent Restless(string file, Memory memory, string reason, string remedy) =>
        time.GetUtcNow() - memory.RestlessSince < patience
            ? new FileContent.Unsettled(reason)
            : new FileContent.Closed($"{file}：{reason}", remedy);

    // A hash holds for one stamp of the file and one reading of sources.json.
    private sealed record Memory(FileStamp Stamp, ReportReading Reading, DateTimeOffset FirstSeen)
    {
        public string? Hash { get; set; }

        public required DateTimeOffset RestlessSince { get; init; }
    }
}
