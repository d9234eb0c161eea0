using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Decides whom the bot answers: by the settings, by what administrators said in chat, and by how much was asked.</summary>
internal sealed class ChatAccess(ChatAccessOptions options, ChatDirectory directory, TimeProvider time)
{
    private readonly MinuteCounter _persons = new(options.QuestionsPerPerson, time);
    private readonly MinuteCounter _chats = new(options.QuestionsPerChat, time);

    public bool IsAdministrator(ChatPerson person) => options.Administrators.Contains(person.Id);

    /// <summary>Whether the chat and the person are let in at all. The last word of an administrator goes before the settings.</summary>
    public async Task<bool> IsLetInAsync(ChatPlace place, ChatPerson person, CancellationToken cancellationToken)
    {
        if (IsAdministrator(person))
            return true;
        var grants = await directory.GrantsAsync(cancellationToken);
        string[] subjects = [person.Id, place.Chat];
        if (subjects.Any(s => grants.TryGetValue(s, out var isAllowed) && !isAllowed))
            return false;
        return options.AllowedChats.IsEmpty || subjects.Any(s => options.AllowedChats.Contains(s) || grants.ContainsKey(s));
    }

    /// <summary>Decides on a question and, when it is granted, counts it.</summary>
    public async Task<AccessDecision> AskAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        if (!await IsLetInAsync(request.Place, request.Person, cancellationToken))
            return new AccessDecision.Denied();
        if (IsAdministrator(request.Person))
            return new AccessDecision.Granted();
        if (_persons.TryAdd(request.Person.Id) is { } person)
            return new AccessDecision.Limited(person.Wait, person.IsFirst);
        // A private chat is its person's: counting it twice would only hide which limit was met.
        if (request.Place.Kind is not ChatKind.Private && _chats.TryAdd(request.Place.Chat) is { } chat)
            return new AccessDecision.Limited(chat.Wait, chat.IsFirst);
        return new AccessDecision.Granted();
    }

    public Task AllowAsync(string subject, CancellationToken cancellationToken) => directory.GrantAsync(subject, isAllowed: true, cancellationToken);

    public Task DenyAsync(string subject, CancellationToken cancellationToken) => directory.GrantAsync(subject, isAllowed: false, cancellationToken);
}
