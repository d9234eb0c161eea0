namespace Bot.Channels;

/// <summary>The language that a person is spoken to in.</summary>
internal enum ChatLanguage
{
    Chinese,
    English,
}
