using System.Globalization;

namespace Bot.Corpus;

/// <summary>What can be wrong with a file, in words for the person who put it there.</summary>
internal static class Problems
{
    public const string SupportedFormats = ".txt、.md、.html、.htm、.docx、.pdf";

    public static UnreadableReportException EmptyFile() => new(
        "文件是空的（0 字节或没有文字），可能还在复制或下载中断。", "请等复制完成，或重新放入完整的文件。");

    public static UnreadableReportException NoText() => new(
        "文件内容不是文字（像是二进制数据），或编码无法识别。", "请确认文件没有损坏，并另存为 UTF-8 文本后重试。");

    public static UnreadableReportException LostCharacters(int count) => new(
        string.Create(CultureInfo.InvariantCulture, $"文件里有约 {count} 个字已变成乱码（�、锟斤拷），无法还原。"),
        "请从原网页或原文件重新导出，保存为 UTF-8。");

    public static UnreadableReportException Unsupported(string extension) => new(
        extension.Length == 0 ? "文件没有扩展名，无法判断格式。" : $"不支持的格式 {extension}。",
        $"请转换为以下格式之一：{SupportedFormats}。");

    public static UnreadableReportException OldOffice(string extension) => new(
        $"旧版 Office/WPS 文档（{extension}）或加密文档，无法直接读取。", "请用 Word 或 WPS 打开（如有密码先去掉），另存为 .docx 后重试。");

    public static UnreadableReportException NotWord(Exception? inner = null) => new(
        "文件不是有效的 Word 文档（.docx），可能已损坏、加密或没有复制完整。", "请用 Word 或 WPS 打开核对后另存为 .docx，再重新放入。", inner);

    public static UnreadableReportException NotPdf(string? detail = null) => new(
        "文件不是有效的 PDF，可能已损坏、加密或没有复制完整。" + (string.IsNullOrWhiteSpace(detail) ? "" : $"（{detail.Trim()}）"),
        "请用 PDF 阅读器打开核对后重新放入，或另存为 .docx、.txt。");

    public static UnreadableReportException MismatchedContent(string extension, string actual) => new(
        $"扩展名是 {extension}，内容却是 {actual}。", "请把扩展名改正确后重试。");

    public static UnreadableReportException NoPdfTool(string program, Exception? inner = null) => new(
        $"读取 PDF 需要 {program}，这台机器上没有安装。",
        "请安装 poppler（Debian/Ubuntu：apt-get install poppler-utils；macOS：brew install poppler；Windows：把 poppler 的 bin 目录加入 PATH），或把文件另存为 .docx、.txt。",
        inner);

    public static UnreadableReportException PdfTimeout(TimeSpan limit) => new(
        string.Create(CultureInfo.InvariantCulture, $"解析 PDF 超过 {limit.TotalSeconds:0} 秒仍未完成。"), "请拆分文件，或另存为 .docx、.txt。");

    public static UnreadableReportException ScannedPdf() => new(
        "PDF 里没有文字，像是扫描图片。", "请先用 OCR 软件识别成文字，再放入 .txt 或 .docx。");

    public static UnreadableReportException NothingLeft() => new(
        "文件里没有读到正文（只有网页的导航、栏目等内容）。", "请确认下载的是正文页面，重新保存后放入。");

    public static UnreadableReportException TooLarge(long bytes, long limit) => new(
        string.Create(CultureInfo.InvariantCulture, $"文件太大（{bytes / 1_048_576} MB，上限 {limit / 1_048_576} MB）。"), "请拆分后再放入。");

    public static UnreadableReportException CannotOpen(Exception inner) => new(
        $"文件打不开：{inner.Message}", "请检查文件是否存在、是否被其他程序占用、是否有读取权限。", inner);
}
