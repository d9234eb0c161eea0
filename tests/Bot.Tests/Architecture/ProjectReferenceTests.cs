using System.Reflection;
using System.Xml.Linq;
using Bot.Tests.Parts;

namespace Bot.Tests.Architecture;

/// <summary>The house: data flows up, references run down.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly string[] s_fromBottomToTop = ["Bot.Models", "Bot.Corpus", "Bot.Retrieval", "Bot.Answers", "Bot.Channels", "Bot"];

    public static TheoryData<string> Rooms => [.. s_fromBottomToTop];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_references_only_rooms_below_it(string room)
    {
        var below = s_fromBottomToTop.TakeWhile(name => name != room);

        var referenced = ReferencesOf(room, "ProjectReference").Select(Path.GetFileNameWithoutExtension);

        referenced.ShouldBeSubsetOf(below);
    }

    // The rooms know a model by the common abstractions alone: which server speaks is the host's business.
    [Theory]
    [InlineData("Bot.Corpus")]
    [InlineData("Bot.Retrieval")]
    [InlineData("Bot.Answers")]
    [InlineData("Bot.Channels")]
    public void Only_the_host_knows_the_model_clients(string room) =>
        ReferencesOf(room, "ProjectReference").ShouldNotContain(reference => reference.Contains("Bot.Models", StringComparison.Ordinal));

    [Fact]
    public void Every_project_under_src_is_a_room_of_the_house()
    {
        var projects = Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories);

        var names = projects.Select(Path.GetFileNameWithoutExtension);

        names.ShouldBe(s_fromBottomToTop, ignoreOrder: true);
    }

    [Theory]
    [InlineData("Bot.Corpus")]
    [InlineData("Bot.Answers")]
    [InlineData("Bot.Channels")]
    [InlineData("Bot")]
    public void Only_the_retrieval_room_knows_a_database(string room)
    {
        var packages = ReferencesOf(room, "PackageReference");

        packages.ShouldAllBe(name => !name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase)
            && !name.Contains("SQLitePCL", StringComparison.OrdinalIgnoreCase)
            && !name.Contains("Npgsql", StringComparison.OrdinalIgnoreCase));
    }

    // A package comes along with a project reference, so the project file alone doesn't tell.
    [Theory]
    [InlineData("Bot.Corpus")]
    [InlineData("Bot.Answers")]
    [InlineData("Bot.Channels")]
    [InlineData("Bot")]
    public void Compiled_room_uses_no_database_driver(string room)
    {
        var assembly = Assembly.Load(room);

        var used = assembly.GetReferencedAssemblies().Select(name => name.Name!); // every reference has a name

        used.ShouldAllBe(name => !name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> ReferencesOf(string room, string kind) =>
        XDocument.Load(Repository.PathOf("src", room, $"{room}.csproj")).Descendants(kind)
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/')); // both kinds of reference have it
}
