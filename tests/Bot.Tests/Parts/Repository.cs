using Bot.Configuration;

namespace Bot.Tests.Parts;

/// <summary>Files of the working copy.</summary>
internal static class Repository
{
    public static string Folder { get; } = ProgramHome.Find(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);
}
