using Bot.Answers.Matching;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary><c>POST /api/match</c>: the measures of the register for an enterprise. Nothing of what is told is kept or logged.</summary>
internal sealed class MatchEndpoint(Matchmaker matchmaker, MatchOffer offer, MatchReader reader, ReportLinks links)
{
    public async Task HandleAsync(HttpContext context)
    {
        var (body, problem) = await RequestBody.ReadAsync(context, WireJson.Wire.MatchRequestBody);
        problem ??= body?.FindProblem();
        if (body is null || problem is not null)
        {
            await (problem ?? Problem.Failure).WriteAsync(context);
            return;
        }

        var told = body.ToTold();
        var reading = reader.Read(told, await offer.ChoicesAsync(context.RequestAborted));
        if (reading.Problems is [var first, ..])
        {
            await (first with { Detail = told.Say($"字段 {first.Field}：{first.Detail}", $"Field {first.Field}: {first.Detail}") }).WriteAsync(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        var result = await matchmaker.MatchAsync(reading.Profile, context.RequestAborted);
        await context.Response.WriteAsJsonAsync(
            MatchListing.Of(result, await matchmaker.UncoveredAsync(reading.Profile.Region, context.RequestAborted), told.IsEnglish, links), WireJson.Wire.MatchBody, contentType: null, context.RequestAborted);
    }
}
