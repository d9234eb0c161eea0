namespace Bot.Channels;

/// <summary>Tells whether a person is an administrator of the group where they speak, as the platform says.</summary>
internal delegate Task<bool> RunsGroup(ChatPlace place, ChatPerson person, CancellationToken cancellationToken);
