namespace Bot.Channels;

/// <summary>Lets a chat or a person in, or shuts it out, until an administrator says otherwise.</summary>
/// <param name="isAllowed">True: /allow; false: /deny.</param>
internal sealed class AdmissionCommand(ChatAccess access, bool isAllowed) : IChatCommand
{
    public string Name => isAllowed ? "allow" : "deny";

    public string Chinese => isAllowed ? "管理：允许某个聊天或用户（编号）" : "管理：禁止某个聊天或用户（编号）";

    public string English => isAllowed ? "Admin: let a chat or person in (id)" : "Admin: shut a chat or person out (id)";

    public bool IsForAdministrators => true;

    public async Task<CommandOutcome> RunAsync(ChatRequest request, string argument, CancellationToken cancellationToken)
    {
        // Without a number the chat it is said in is meant: the usual case in a group.
        var subject = argument.Length > 0 ? argument : request.Place.Kind is ChatKind.Private ? "" : request.Place.Chat;
        if (subject.Length is 0 or > 128 || subject.Any(char.IsWhiteSpace))
            return CommandOutcome.Told($"请写出编号，例如 /{Name} 123456789 / Give an id, e.g. /{Name} 123456789");
        if (isAllowed)
            await access.AllowAsync(subject, cancellationToken);
        else
            await access.DenyAsync(subject, cancellationToken);
        return CommandOutcome.Told(isAllowed ? $"已允许 {subject} / Allowed" : $"已禁止 {subject} / Denied");
    }
}
