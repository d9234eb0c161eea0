using Bot.Configuration;
using Bot.Tests.Parts;

namespace Bot.Tests.Configuration;

public sealed class ProgramHomeTests
{
    [Fact]
    public void Home_is_the_folder_of_the_solution_when_the_program_runs_from_its_build_output()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Bot.sln", "");
        folder.Write("src/Bot/bin/Debug/Bot.dll", "");

        var home = ProgramHome.Find(folder.PathOf("src/Bot/bin/Debug/"));

        home.ShouldBe(folder.Path);
    }

    [Fact]
    public void Home_is_the_programs_own_folder_when_there_is_no_solution()
    {
        using var folder = new TemporaryFolder();

        var home = ProgramHome.Find(folder.Path + Path.DirectorySeparatorChar);

        home.ShouldBe(folder.Path);
    }
}
