using Bot.Answers.Matching;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Channels;

/// <summary>
/// <c>GET</c> and <c>POST /match</c>: the page that matches measures to an enterprise, its list for printing (as=print) and as CSV (as=csv).
/// What is told is sent with POST, so that no address and no log holds it.
/// </summary>
internal sealed class MatchPageEndpoint(Matchmaker matchmaker, MatchOffer offer, MatchReader reader, ReportLinks links)
{
    private static readonly FormOptions Limits = new()
    {
        BufferBody = false,
        ValueCountLimit = 400,
        KeyLengthLimit = 100,
        ValueLengthLimit = RequestBody.MaximumSize,
        MultipartBodyLengthLimit = RequestBody.MaximumSize,
    };

    private static readonly Problem TooLarge = Problem.Of(
        StatusCodes.Status413PayloadTooLarge, "body-too-large", "填写的内容过多", "填写的内容过多，请缩短后再试。");

    private static readonly Problem Broken = Problem.BadRequest("body-unreadable", "没有收全", "填写的内容没有完整送达，请返回后重试。");

    /// <summary>The empty form; ?language=en in English.</summary>
    public Task ShowAsync(HttpContext context) =>
        ShowAsync(context, new MatchTold { IsEnglish = MatchTold.IsEnglishCalled(context.Request.Query["language"]) }, "");

    public async Task MatchAsync(HttpContext context)
    {
        var (form, problem) = await FormAsync(context);
        if (form is null)
        {
            await NoticePage.Of(problem ?? Broken).WriteAsync(context);
            return;
        }

        var told = MatchTold.Of(form);
        if (form["strike"].ToString() is { Length: > 0 } struck)
            told = reader.Strike(told, struck, await offer.ChoicesAsync(context.RequestAborted));
        if (form["restore"].ToString() is { Length: > 0 } restored)
            told = told.Restore(restored);
        await ShowAsync(context, told, form["as"].ToString());
    }

    private async Task ShowAsync(HttpContext context, MatchTold told, string form)
    {
        var choices = await offer.ChoicesAsync(context.RequestAborted);
        var reading = reader.Read(told, choices);
        var result = await matchmaker.MatchAsync(reading.Profile, context.RequestAborted);
        var match = MatchListing.Of(result, await matchmaker.UncoveredAsync(reading.Profile.Region, context.RequestAborted), told.IsEnglish, links);
        var words = new MatchPageWords(told.IsEnglish);
        // A list of which a part was not understood is shown with what is wrong, never handed out.
        if (form == "csv" && reading.Problems.IsEmpty)
            await MatchCsv.WriteAsync(context, match, words);
        else if (form == "print" && reading.Problems.IsEmpty)
            await Frame(words.Say("措施匹配清单", "Measures that may apply"), new MatchPrint(match, words).Render(), "match-print.js").WriteAsync(context);
        else
        {
            var page = new MatchPage(new MatchForm(told, choices, reading.Problems, matchmaker.Today, words), match, reading.Struck, words);
            await Frame(words.Say("匹配措施", "Match measures"), page.Render(), "match.js")
                .WriteAsync(context, reading.Problems.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
        }
    }

    private static PageFrame Frame(string title, Html body, string script) => new(title, "", body) { Style = "match.css", Script = script, IsPrivate = true };

    private static async Task<(IFormCollection? Form, Problem? Problem)> FormAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = RequestBody.MaximumSize;
        if (!context.Request.HasFormContentType)
            return (null, Broken);
        try
        {
            return (await new FormFeature(context.Request, Limits).ReadFormAsync(context.RequestAborted), null);
        }
        catch (BadHttpRequestException e)
        {
            return (null, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge : Broken);
        }
        // What the limits above refuse.
        catch (InvalidDataException)
        {
            return (null, TooLarge);
        }
    }
}
