using System.Globalization;
using Bot.Reading;

namespace Bot.Commands;

/// <summary>Writes one line per file read, and per problem with its remedy.</summary>
/// <param name="isQuietWhenUnchanged">Write nothing about a pass that finds nothing to read.</param>
internal sealed class ReadingLines(TextWriter writer, bool isQuietWhenUnchanged) : IProgress<ReadingEvent>
{
    private bool _isQuiet;

    public void Report(ReadingEvent value)
    {
        if (value is ReadingEvent.Started started)
            _isQuiet = isQuietWhenUnchanged && started is { ToRead: 0, Unchanged: > 0 };
        if (_isQuiet && value is ReadingEvent.Started or ReadingEvent.Finished { Unreadable: 0 })
            return;
        writer.WriteLine(LineFor(value));
    }

    private static string LineFor(ReadingEvent value) => value switch
    {
        ReadingEvent.Started { ToRead: 0, Unchanged: 0 } e => $"报告文件夹 {e.Folder} 里还没有可读的报告文件：放入文件即可",
        ReadingEvent.Started e => $"报告文件夹 {e.Folder}：{e.ToRead} 个文件要读，{e.Unchanged} 个没有变化",
        ReadingEvent.Read e => $"已读 {e.File}：《{e.Title}》 {e.Paragraphs} 段，{e.Figures} 个数字{Notes(e.Warnings)}，{Seconds(e.Elapsed)}",
        ReadingEvent.Failed e => $"未读 {e.File}：{e.Problem} → {e.Remedy}",
        ReadingEvent.Removed e => $"移除 {e.File}：文件已不在",
        ReadingEvent.Postponed e => $"稍候 {e.File}：{e.Reason}",
        ReadingEvent.FolderUnavailable e => $"打不开报告文件夹 {e.Folder}（{e.Reason}）：已有的报告保留，稍后再试；请检查 Corpus:Folder",
        ReadingEvent.IndexUnavailable e => $"暂时不能读入报告，会自动重试 / Reports can't be stored now; tried again by itself: {e.Problem}",
        ReadingEvent.Finished e => $"可检索报告 {e.Searchable} 份{Unreadable(e.Unreadable)}{Waiting(e.Waiting)}，用时 {Seconds(e.Elapsed)}",
        ReadingEvent.EmbeddingStarted e => $"向量：{e.Passages} 个片段中 {e.Missing} 个要向模型请求；其间按词语检索，可以提问 / Embedding {e.Missing} passages",
        ReadingEvent.EmbeddingAdvanced e => $"向量：{e.Embedded} / {e.Passages}",
        ReadingEvent.EmbeddingCompleted e => $"向量齐全：{e.Passages} 个片段（{e.Model}），用时 {Seconds(e.Elapsed)} / Embedding complete",
        ReadingEvent.EmbeddingFailed e => $"向量未取得：{e.Cause}{Retry(e.RetryIn)}",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "not an event of reading"),
    };

    private static string Retry(TimeSpan? wait) =>
        wait is null ? "" : string.Create(CultureInfo.InvariantCulture, $"（{wait.Value.TotalSeconds:0} 秒后再试 / trying again in {wait.Value.TotalSeconds:0} s）");

    private static string Notes(int count) => count == 0 ? "" : $"，{count} 条提示";

    private static string Unreadable(int count) => count == 0 ? "" : $"，未能读取的文件 {count} 个";

    private static string Waiting(int count) => count == 0 ? "" : $"，等待中的文件 {count} 个";

    private static string Seconds(TimeSpan elapsed) => string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.00} 秒");
}
