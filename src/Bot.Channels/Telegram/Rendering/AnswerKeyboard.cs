using Bot.Answers;
using Bot.Corpus;

namespace Bot.Channels.Telegram;

/// <summary>The buttons under an answer: its paragraphs (as messages, and on the page), 👍 👎, questions that could come next.</summary>
internal sealed class AnswerKeyboard(ReportLinks links)
{
    private const int MostParagraphs = 8;
    private const int PerRow = 4;
    private const int MostFollowUps = 3;

    /// <param name="isCutShort">Not all of the answer is shown: a button leads to where it would be.</param>
    /// <returns>Null when there is nothing to press.</returns>
    public InlineKeyboardMarkup? Of(Answer answer, ChatLanguage language, bool isCutShort)
    {
        var paragraphs = answer.Citations.GroupBy(c => (c.Report, c.Paragraph)).Take(MostParagraphs)
            .Select(same => (Citation: same.First(), Markers: string.Concat(same.Select(c => $"[{c.Number}]"))))
            .ToList();
        List<InlineKeyboardButton[]> rows =
        [
            .. paragraphs.Select(p => Opening(p.Citation, p.Markers, language)).Chunk(PerRow),
            .. paragraphs.Where(_ => links.AreAbsolute).Select(p => Linking(p.Citation.Report, p.Citation.Paragraph, p.Markers, language)).Chunk(PerRow),
        ];
        if (isCutShort && links.AreAbsolute)
            rows.Add([new InlineKeyboardButton(ChatWords.AskOnPage(language), Url: links.Home)]);
        if (ButtonPress.CanName(answer.Id))
            rows.Add([Button("👍", new ButtonPress.Vote(answer.Id, true)), Button("👎", new ButtonPress.Vote(answer.Id, false))]);
        rows.AddRange(answer.FollowUps.Take(MostFollowUps).Select((question, i) => new[] { Button(question, new ButtonPress.FollowUp(i)) }));
        return rows.Count == 0 ? null : new InlineKeyboardMarkup([.. rows]);
    }

    /// <summary>What the button that carries this data says (a follow-up's question); null when it is no longer there.</summary>
    public static string? LabelOf(InlineKeyboardMarkup? keyboard, string? data) =>
        keyboard?.InlineKeyboard.SelectMany(row => row).FirstOrDefault(button => button.CallbackData == data)?.Text;

    public InlineKeyboardMarkup? OfParagraph(ReportId report, int paragraph, ChatLanguage language) =>
        links.AreAbsolute ? new InlineKeyboardMarkup([[Linking(report, paragraph, "", language)]]) : null;

    private static InlineKeyboardButton Opening(Citation citation, string markers, ChatLanguage language) => Button(
        ChatWords.OpenParagraph(markers, citation.Paragraph, language),
        new ButtonPress.OpenParagraph(ReportToken.Of(citation.Report), citation.Paragraph));

    private InlineKeyboardButton Linking(ReportId report, int paragraph, string markers, ChatLanguage language) =>
        new(ChatWords.OpenOnPage(markers, language).TrimStart(), Url: links.To(report, paragraph));

    private static InlineKeyboardButton Button(string text, ButtonPress press) => new(text, CallbackData: press.ToString());
}
