using System.Collections.Immutable;

namespace Bot.Channels;

/// <summary>Who may ask, and how much. A platform's own settings give it.</summary>
/// <param name="AllowedChats">Chats and persons that are answered; empty: all are.</param>
/// <param name="Administrators">Persons who may use the commands for administrators, and are always answered.</param>
/// <param name="QuestionsPerPerson">In a minute; 0: no limit.</param>
/// <param name="QuestionsPerChat">In a minute; 0: no limit.</param>
internal sealed record ChatAccessOptions(
    ImmutableHashSet<string> AllowedChats, ImmutableHashSet<string> Administrators, int QuestionsPerPerson, int QuestionsPerChat);
