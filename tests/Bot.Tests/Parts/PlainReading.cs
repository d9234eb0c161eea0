using System.Security.Cryptography;
using System.Text;
using Bot.Corpus;
using Bot.Reading;

namespace Bot.Tests.Parts;

/// <summary>
/// Reads a text file line by line, the first being its title: enough of a reader for tests of what happens around
/// reading. A file that holds a zero byte can't be read; one that says BUG makes the reader throw.
/// </summary>
internal static class PlainReading
{
    /// <summary>Every word of sources.json counts for every file; one that says "broken" is.</summary>
    public static async Task<ReportReading> OpenAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "sources.json");
        var sources = File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : "";
        var problem = sources == "broken" ? new ReadOutcome.Failure(new("sources"), "不是 JSON", "请检查括号") : null;
        return new(HashAsync, ReadAsync, problem);

        async Task<string> HashAsync(string file, CancellationToken token) => Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(sources + await File.ReadAllTextAsync(file, token))));
    }

    private static async Task<ReadOutcome> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        if (text.StartsWith("BUG", StringComparison.Ordinal))
            throw new InvalidOperationException("the reader's own bug");
        var id = ReportId.OfFile(path);
        if (text.Contains('\0', StringComparison.Ordinal))
            return new ReadOutcome.Failure(id, $"{Path.GetFileName(path)} 不是文字", "请换成文字文件");
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var metadata = new ReportMetadata(lines.FirstOrDefault("无题"), null, null, null, null, null, null, null, null, null);
        return new ReadOutcome.Success(new Report(id, "", metadata, [.. lines.Select(ParagraphOf)], [], [], []));
    }

    private static Paragraph ParagraphOf(string line, int index) =>
        new(index + 1, ParagraphKind.Body, line, new TextSpan(0, line.Length), [], ReportPart.Unknown, [], []);
}
