namespace Bot.Channels;

/// <summary>The bot's own words in chats that belong to an answer's form.</summary>
internal static class ChatWords
{
    public static string Paragraph(int number, ChatLanguage language) => IsEnglish(language) ? $"paragraph {number}" : $"第{number}段";

    /// <summary>Stands before what a refusal cites: the nearest paragraph, or the reports that there are.</summary>
    public static string NoAnswer(ChatLanguage language) => IsEnglish(language) ? "Related, not an answer:" : "相关内容（不是答案）：";

    public static string Corrected(ChatLanguage language) => IsEnglish(language) ? " · corrected by staff" : " · 数字经人工更正";

    /// <summary>Stands at the end of an answer of which not all could be shown.</summary>
    public static string CutShort(ChatLanguage language) => IsEnglish(language)
        ? "… The rest does not fit into chat messages; ask more narrowly to see it."
        : "……余下内容超出聊天消息的篇幅，请缩小提问范围查看。";

    /// <summary>Stands before questions that could come next, where there are no buttons for them.</summary>
    public static string AskOn(ChatLanguage language) => IsEnglish(language) ? "You could ask:" : "还可以问：";

    /// <summary>The button that shows a paragraph as a message.</summary>
    public static string OpenParagraph(string markers, int number, ChatLanguage language) =>
        IsEnglish(language) ? $"{markers} Paragraph {number}" : $"{markers} 第{number}段";

    /// <summary>The button that opens a paragraph on the page.</summary>
    public static string OpenOnPage(string markers, ChatLanguage language) => IsEnglish(language) ? $"{markers} Page ↗" : $"{markers} 网页 ↗";

    /// <summary>The button that leads to the page, where an answer has room.</summary>
    public static string AskOnPage(ChatLanguage language) => IsEnglish(language) ? "Ask on the page for all of it ↗" : "到网页上提问，看完整回答 ↗";

    private static bool IsEnglish(ChatLanguage language) => language is ChatLanguage.English;
}
