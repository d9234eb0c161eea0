using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers;

namespace Bot.Channels.WeCom;

/// <summary>Writes the cards that go with answers, and what becomes of them when they are tapped.</summary>
internal sealed class CardWriting(ReportLinks links)
{
    // WeCom shows about ten characters of a button.
    private const int LongestLabel = 12;

    // Of a paragraph on a card; a longer one follows as a message.
    private const int LongestQuote = 300;

    private const int Plain = 2;
    private const int Chosen = 1;

    /// <summary>
    /// Where a refusal offers several questions (another city, another year): which is meant? Else the paragraphs that the answer cites.
    /// </summary>
    /// <param name="task">Names the card.</param>
    /// <returns>Null: there is nothing to tap.</returns>
    public static TemplateCard? Of(Answer answer, string task, ChatLanguage language)
    {
        if (HasChoices(answer))
            return Choices(answer.FollowUps, task, language);
        ImmutableArray<CardKey.Paragraph> paragraphs =
        [
            .. answer.Citations.GroupBy(c => (c.Report, c.Paragraph)).Take(TemplateCard.MostButtons)
                .Select(same => new CardKey.Paragraph(string.Concat(same.Select(c => $"[{c.Number}]")), new(ReportToken.Of(same.Key.Report), same.Key.Paragraph))),
        ];
        return paragraphs.IsEmpty ? null : new TemplateCard
        {
            MainTitle = new(language.Say("引用的段落", "Cited paragraphs"), language.Say("点按钮看全文", "Tap to read one in full")),
            Buttons = ButtonsOf(paragraphs, chosen: null, language),
            TaskId = task,
        };
    }

    /// <summary>The answer lacks what only the person can say, and offers several ways to say it.</summary>
    public static bool HasChoices(Answer answer) => answer is Answer.Refused && answer.FollowUps.Length > 1;

    /// <summary>The card after a question on it was chosen.</summary>
    public static TemplateCard Asked(CardKey key, string task, ChatLanguage language) => new()
    {
        MainTitle = new(language.Say("已选择", "Chosen")),
        Text = key.Label,
        Buttons = [new(language.Say("再问一次", "Ask again"), Plain, key.ToString())],
        TaskId = task,
    };

    /// <summary>The card with the paragraph that was opened, as much of it as a card holds.</summary>
    public TemplateCard Opened(ChatOutput.Opened opened, CardKey key, string task, ChatLanguage language) => new()
    {
        MainTitle = new(language.Say("引用的段落", "Cited paragraphs")),
        Quote = new(
            links.AreAbsolute ? 1 : 0,
            links.AreAbsolute ? links.To(opened.Address.Report, opened.Address.Number) : null,
            string.Join(" › ", new[] { opened.Title, opened.Section, ChatWords.Paragraph(opened.Address.Number, language) }.Where(part => part.Length > 0)),
            IsWhole(opened) ? opened.Text : opened.Text[..TextSplitter.CutOf(opened.Text, LongestQuote, TextMeasure.Utf16)] + "…"),
        Buttons = ButtonsOf(key.Siblings, key.Press, language),
        TaskId = task,
    };

    /// <summary>The card holds all of the paragraph.</summary>
    public static bool IsWhole(ChatOutput.Opened opened) => opened.Text.Length <= LongestQuote;

    /// <summary>A card that can't do what was tapped.</summary>
    public static TemplateCard Said(string text, CardKey? key, string task, ChatLanguage language) => new()
    {
        MainTitle = new(text),
        Buttons = key is { Siblings.IsEmpty: false }
            ? ButtonsOf(key.Siblings, null, language)
            : [new(language.Say("知道了", "OK"), Plain, key?.ToString() ?? "-")],
        TaskId = task,
    };

    private static TemplateCard Choices(ImmutableArray<string> questions, string task, ChatLanguage language)
    {
        var labels = LabelsOf(questions, language);
        return new TemplateCard
        {
            MainTitle = new(language.Say("想问哪一个？", "Which one do you mean?")),
            Text = string.Join('\n', questions.Select((question, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {question}"))),
            Buttons = [.. questions.Select((question, i) => (Label: labels[i], Key: CardKey.Asking(i, question)))
                .Where(b => b.Key.Fits).Take(TemplateCard.MostButtons).Select(b => new TemplateCard.Button(b.Label, Plain, b.Key.ToString()))],
            TaskId = task,
        };
    }

    private static TemplateCard.Button[] ButtonsOf(ImmutableArray<CardKey.Paragraph> paragraphs, ButtonPress? chosen, ChatLanguage language) =>
    [
        .. paragraphs.Select(p => new TemplateCard.Button(
            ChatWords.OpenParagraph(p.Markers, p.Press.Paragraph, language), p.Press == chosen ? Chosen : Plain, CardKey.Opening(p.Press, paragraphs).ToString())),
    ];

    // What tells the questions apart: the place, the year. Where that is too much for a button, their numbers.
    private static string[] LabelsOf(ImmutableArray<string> questions, ChatLanguage language)
    {
        var (first, shortest) = (questions[0], questions.Min(q => q.Length));
        var start = Enumerable.Range(0, shortest).TakeWhile(i => questions.All(q => q[i] == first[i])).Count();
        var end = Enumerable.Range(1, shortest - start).TakeWhile(i => questions.All(q => q[^i] == first[^i])).Count();
        // A year is not taken apart, and keeps its 年.
        while (start > 0 && char.IsAsciiDigit(first[start - 1]))
            start--;
        while (end > 0 && (char.IsAsciiDigit(first[^end]) || first[^end] == '年'))
            end--;
        string[] parts = [.. questions.Select(q => q[start..^end].Trim())];
        return parts.All(p => p.Length is > 0 and <= LongestLabel) && parts.Distinct().Count() == parts.Length
            ? parts
            : [.. Enumerable.Range(1, questions.Length).Select(n => language.Say($"第{n}问", $"No. {n}"))];
    }
}
