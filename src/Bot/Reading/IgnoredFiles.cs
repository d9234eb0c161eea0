namespace Bot.Reading;

/// <summary>Files in the corpus folder that are nobody's report: hidden ones, and those that programs leave while they work.</summary>
internal static class IgnoredFiles
{
    /// <summary>What is known of the reports from outside: no report itself.</summary>
    public const string Sources = "sources.json";

    // Office's owner file (~$x.docx), editors' copies (x~, #x#).
    private static readonly string[] s_beginnings = [".", "~", "#"];

    // Copies and downloads under way, editors' swap files, what file managers leave.
    private static readonly string[] s_endings =
        ["~", ".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".filepart", ".swp", ".swx", ".bak", ".lnk"];

    private static readonly string[] s_names = [Sources, "Thumbs.db", "desktop.ini"];

    public static bool IsIgnored(FileSystemInfo entry) =>
        entry.Attributes.HasFlag(FileAttributes.Hidden) || IsIgnored(entry.Name);

    public static bool IsIgnored(string name) =>
        s_beginnings.Any(b => name.StartsWith(b, StringComparison.Ordinal))
        || s_endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase))
        || s_names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
