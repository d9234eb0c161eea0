namespace Bot.Configuration;

/// <summary>
/// The folder that defaults are relative to, whatever the working directory is: that of the solution when the program
/// runs from its build output, else the program's own.
/// </summary>
internal static class ProgramHome
{
    private const string Solution = "Bot.sln";

    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    public static string Locate(string name) => Path.Combine(Folder, name);

    internal static string Find(string programFolder)
    {
        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        }
        return Path.TrimEndingDirectorySeparator(programFolder);
    }
}
