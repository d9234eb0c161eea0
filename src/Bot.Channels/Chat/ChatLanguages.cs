using Bot.Answers;

namespace Bot.Channels;

/// <summary>Tells which language to answer in.</summary>
internal static class ChatLanguages
{
    /// <summary>As the question's answer will be.</summary>
    public static ChatLanguage Of(string question) => QuestionLanguage.IsEnglish(question) ? ChatLanguage.English : ChatLanguage.Chinese;

    /// <summary>For what is pressed rather than said. Chinese when the client's language (an IETF tag) is unknown or Chinese.</summary>
    public static ChatLanguage OfClient(string? tag) =>
        tag is null || tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? ChatLanguage.Chinese : ChatLanguage.English;

    /// <summary>The words of the two that are in this language.</summary>
    public static string Say(this ChatLanguage language, string chinese, string english) =>
        language is ChatLanguage.English ? english : chinese;
}
