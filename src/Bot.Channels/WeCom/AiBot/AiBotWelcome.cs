using System.Globalization;
using Bot.Retrieval;

namespace Bot.Channels.WeCom;

/// <summary>What a person reads on opening the chat with the bot: what it answers, which places and years it covers, what to ask.</summary>
internal sealed class AiBotWelcome(ChatDesk desk, WeComRenderer renderer, IReportIndex index)
{
    // Of text, in bytes of UTF-8.
    private const int MaximumBytes = 2048;

    private const int MostPlaces = 12;

    /// <returns>Null: the person is told nothing.</returns>
    public async Task<string?> WriteAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var language = request.LanguageOf("");
        if (await desk.HearAsync(request with { Text = "/start" }, null, cancellationToken) is not ChatOutput.Notice notice)
            return null;
        // Somebody who isn't let in learns how to be, not what there is.
        var covered = notice.Buttons.IsEmpty ? "" : Covered(language);
        var text = covered.Length == 0 ? notice : notice with { Text = $"{notice.Text}\n\n{covered}" };
        return renderer.Notice(text, WeComDialect.Text, language, MaximumBytes) is [var first, ..] ? first : null;
    }

    private string Covered(ChatLanguage language)
    {
        var places = index.Catalogue.Where(e => e.IsSearchable && e.Metadata?.Region is not null)
            .GroupBy(e => e.Metadata!.Region!, e => e.Metadata!.CoveredYears) // they have both
            .Select(place => place.Key + YearsOf([.. place.SelectMany(years => years).Distinct().Order()]))
            .ToList();
        if (places.Count == 0)
            return "";
        var shown = string.Join('、', places.Take(MostPlaces));
        return places.Count > MostPlaces
            ? language.Say($"涵盖：{shown}等 {places.Count} 个地区。", $"Covered: {shown} and {places.Count - MostPlaces} more places.")
            : language.Say($"涵盖：{shown}。", $"Covered: {shown}.");
    }

    private static string YearsOf(List<int> years) => years.Count == 0 ? "" : string.Create(
        CultureInfo.InvariantCulture, $"（{string.Join('、', years.Select(y => y.ToString(CultureInfo.InvariantCulture)))}）");
}
