using System.Text;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests.State.Chats;

public sealed class ChatProfilesTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private StateDatabase _state;

    public ChatProfilesTests() => _state = Open();

    [Fact]
    public async Task Profile_is_kept_over_a_restart_and_replaced_by_a_later_one()
    {
        await Profiles("telegram").KeepAsync("7", "一", None);
        await Profiles("telegram").KeepAsync("7", "二", None);
        Restart();

        (await Profiles("telegram").FindAsync("7", None))!.Profile.ShouldBe("二");
    }

    [Fact]
    public async Task Profile_is_its_persons_alone_on_its_platform()
    {
        await Profiles("telegram").KeepAsync("7", "一", None);

        (await Profiles("telegram").FindAsync("8", None)).ShouldBeNull();
        (await Profiles("wecom-app").FindAsync("7", None)).ShouldBeNull();
    }

    [Fact]
    public async Task Profile_that_is_forgotten_is_gone()
    {
        await Profiles("telegram").KeepAsync("7", "一", None);

        (await Profiles("telegram").ForgetAsync("7", None)).ShouldBeTrue();
        (await Profiles("telegram").ForgetAsync("7", None)).ShouldBeFalse();
        (await Profiles("telegram").FindAsync("7", None)).ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_of_a_forgotten_profile_is_left_in_the_files()
    {
        var told = $"told {Guid.NewGuid():N}";
        await Profiles("telegram").KeepAsync("7", told, None);
        var kept = Bytes();

        await Profiles("telegram").ForgetAsync("7", None);

        kept.ShouldContain(told);
        Bytes().ShouldNotContain(told);
    }

    [Fact]
    public async Task Person_who_is_forgotten_is_forgotten_with_the_profile_and_nobody_else()
    {
        await Profiles("telegram").KeepAsync("7", "一", None);
        await Profiles("telegram").KeepAsync("8", "二", None);

        await new ChatJournal(_state, "telegram", TimeProvider.System).ForgetAsync("7", "telegram:7:", 0, None);

        (await Profiles("telegram").FindAsync("7", None)).ShouldBeNull();
        (await Profiles("telegram").FindAsync("8", None))!.Profile.ShouldBe("二");
    }

    // The database and its log of writes, which it holds open.
    private string Bytes() => string.Concat(Directory.EnumerateFiles(_folder.Path, "state.db*").Order().Select(file =>
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.Latin1);
        return reader.ReadToEnd();
    }));

    public void Dispose()
    {
        _state.Dispose();
        _folder.Dispose();
    }

    private ChatProfiles Profiles(string platform) => new(_state, platform, TimeProvider.System);

    private void Restart()
    {
        _state.Dispose();
        _state = Open();
    }

    private StateDatabase Open() => StateDatabase.Open(_folder.Path, TimeProvider.System, NullLogger<StateDatabase>.Instance);
}
