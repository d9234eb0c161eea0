using System.Globalization;
using Bot.Retrieval;
using Microsoft.Extensions.Logging;

namespace Bot.Channels.Telegram;

/// <summary>Answers <c>@bot words</c> in any chat: cited figures first, then paragraphs. A result that is chosen is sent by the person.</summary>
internal sealed partial class InlineAnswers(
    ITelegramBotClient bot, FigureLookup lookup, IReportIndex index, TelegramRenderer renderer, ChatAccess access, ILogger<InlineAnswers> logger)
{
    private const int PerPage = 20;
    private const int MostParagraphs = 10;
    private const int LongestTitle = 100;

    public async Task AnswerAsync(InlineQuery query, CancellationToken cancellationToken)
    {
        try
        {
            await bot.SendRequest(await ResultsAsync(query, cancellationToken), cancellationToken);
        }
        catch (TelegramException e)
        {
            // The person has typed on, or is gone.
            Log.NotAnswered(logger, e.Kind);
        }
    }

    // Nothing found is better than a sign that turns for ever.
    private async Task<AnswerInlineQueryRequest> ResultsAsync(InlineQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return await RequestAsync(query, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.Failed(logger, e);
            return Answer(query, [], null);
        }
    }

    private async Task<AnswerInlineQueryRequest> RequestAsync(InlineQuery query, CancellationToken cancellationToken)
    {
        var person = new ChatPerson(TelegramNames.Of(query.From.Id), query.From.LanguageCode);
        var place = new ChatPlace(TelegramNames.Platform, person.Id, null, ChatKind.Private);
        var words = query.Query.Trim();
        var offset = int.TryParse(query.Offset, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        if (words.Length == 0 || !await access.IsLetInAsync(place, person, cancellationToken))
            return Answer(query, [], null);
        var page = await lookup.FindAsync(words, offset, PerPage, cancellationToken);
        var results = page.Figures.Select(OfFigure).ToList();
        if (offset == 0)
            results.AddRange(await ParagraphsAsync(words, cancellationToken));
        var next = offset + PerPage < page.Total ? (offset + PerPage).ToString(CultureInfo.InvariantCulture) : null;
        return Answer(query, [.. results.DistinctBy(r => r.Id)], next);
    }

    // The same for everybody who is let in, but a shut out person must not be served from Telegram's memory.
    private static AnswerInlineQueryRequest Answer(InlineQuery query, InlineQueryResultArticle[] results, string? next) => new()
    {
        InlineQueryId = query.Id,
        Results = results,
        CacheTime = 10,
        IsPersonal = true,
        NextOffset = next,
    };

    private InlineQueryResultArticle OfFigure(LedgerFigure found)
    {
        var stated = found.Paragraph;
        var answer = FigureLine.ToAnswer("", [found], "");
        return Article(
            string.Create(CultureInfo.InvariantCulture, $"f:{ReportToken.Of(stated.Report)}:{stated.Paragraph.Number}:{found.Number.Start}"),
            FigureLine.Of(found), answer.Citations[0].Quote, renderer.Answer(answer, ChatLanguage.Chinese).Messages[0]);
    }

    private async Task<IEnumerable<InlineQueryResultArticle>> ParagraphsAsync(string words, CancellationToken cancellationToken)
    {
        var hits = await index.SearchAsync(new PassageQuery(words, Limit: MostParagraphs), cancellationToken);
        var addresses = hits.Select(h => new ParagraphAddress(h.Report, h.Paragraph)).Distinct().ToList();
        var paragraphs = await index.LoadParagraphsAsync(addresses, cancellationToken);
        return paragraphs.Select(p =>
        {
            var opened = ChatOutput.Opened.Of(p);
            var message = renderer.Paragraph(p.Report, opened.Title, opened.Section, opened.Address.Number, opened.Text, ChatLanguage.Chinese).Messages[0];
            return Article(
                string.Create(CultureInfo.InvariantCulture, $"p:{ReportToken.Of(p.Report)}:{p.Paragraph.Number}"),
                $"{opened.Title} · {ChatWords.Paragraph(opened.Address.Number, ChatLanguage.Chinese)}", opened.Text, message);
        });
    }

    private static InlineQueryResultArticle Article(string id, string title, string description, RenderedMessage message) => new(
        id, Shortened(title), new InputTextMessageContent(message.Html, TelegramMarkup.ParseMode, new LinkPreviewOptions(IsDisabled: true)), Shortened(description));

    private static string Shortened(string text) =>
        text.Length <= LongestTitle ? text : text[..TextSplitter.CutOf(text, LongestTitle, TextMeasure.Utf16)] + "…";

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "An inline query was not answered: {Kind}")]
        public static partial void NotAnswered(ILogger logger, TelegramFailure kind);

        [LoggerMessage(Level = LogLevel.Error, Message = "An inline query could not be answered")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
