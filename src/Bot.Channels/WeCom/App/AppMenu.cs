namespace Bot.Channels.WeCom;

/// <summary>The menu under the app's chat: its clicks come back as commands of the desk.</summary>
internal static class AppMenu
{
    // Names of at most 16 bytes, keys that are names of commands.
    private static readonly (string Name, string Command)[] s_buttons = [("怎么问", "help"), ("报告清单", "reports"), ("匹配措施", MatchCommand.CommandName)];

    public static WireMenu Wire { get; } = new([.. s_buttons.Select(b => new WireMenuButton("click", b.Name, b.Command))]);

    public static bool IsOurs(string key) => s_buttons.Any(b => b.Command == key);
}
