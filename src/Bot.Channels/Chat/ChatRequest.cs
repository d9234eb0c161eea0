using Bot.Answers;

namespace Bot.Channels;

/// <summary>Something said to the bot.</summary>
/// <param name="Number">The journal's number of the event.</param>
/// <param name="Text">The person's words, the bot's name taken out.</param>
/// <param name="At">When it was received.</param>
public sealed record ChatRequest(long Number, ChatPlace Place, ChatPerson Person, string Text, DateTimeOffset At)
{
    /// <summary>The words of an earlier message were changed to these.</summary>
    public bool IsEdited { get; init; }

    /// <summary>What all conversations of a person begin with, on one platform.</summary>
    public string Conversations => $"{Place.Platform}:{Person.Id}:";

    /// <summary>Per chat, topic and person: two people of a group don't continue each other's questions.</summary>
    public string Conversation => Conversations + Place.Lane;

    /// <summary>As the words are in, or, where there are none, as the person's client is.</summary>
    internal ChatLanguage LanguageOf(string words)
    {
        // A command's name and a link's payload are nobody's words.
        var said = ChatCommand.Read(words) is { } command ? command.Name == StartCommand.CommandName ? "" : command.Argument : words;
        return said.Any(char.IsLetter) ? ChatLanguages.Of(said) : ChatLanguages.OfClient(Person.Language);
    }

    public Question ToQuestion() => new(Text, Conversation);
}
