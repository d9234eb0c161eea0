using System.Collections.Immutable;
using Bot.Retrieval;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary><c>GET /measures</c>: the register of measures as a page.</summary>
internal sealed class RegisterPageEndpoint(
    RegisterSearch register, IReportIndex index, ReportLinks links, MeasureCorrectionEndpoints corrections)
{
    // More than anyone reads through; typing into the address still finds the rest.
    private const int ReportsOffered = 200;

    public async Task HandleAsync(HttpContext context)
    {
        var (request, problems) = RegisterRequest.Read(context.Request.Query);
        var found = problems.IsEmpty ? await register.FindAsync(request, context.RequestAborted) : new MeasurePage([], 0);
        var wider = problems.IsEmpty && found.Total == 0 ? await WidenAsync(request, context.RequestAborted) : [];
        var page = new RegisterPage(request, Form(), found, problems, wider, links, corrections.AreOpen);
        var frame = new PageFrame("政策措施库", "", page.Render()) { Style = "figures.css", Script = "measures.js" };
        await frame.WriteAsync(context, problems.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    // What leaving out one filter would find, the most first.
    private async Task<ImmutableArray<WiderSearch>> WidenAsync(RegisterRequest request, CancellationToken cancellationToken)
    {
        var wider = new List<WiderSearch>();
        foreach (var (filter, without) in request.WithoutOne())
        {
            var found = await register.FindAsync(without with { Offset = 0, Limit = 1 }, cancellationToken);
            wider.Add(new(RegisterForm.NameOf(filter), request.Given[filter], request.Query((filter, null), ("offset", null)), found.Total));
        }

        return [.. wider.OrderByDescending(search => search.Total)];
    }

    private RegisterForm Form()
    {
        var reports = index.Catalogue.Where(entry => entry is { IsSearchable: true, Measures: > 0 }).ToArray();
        return new RegisterForm(
            [.. reports.Select(entry => entry.Metadata?.Region).OfType<string>().Distinct().Take(ReportsOffered)],
            [.. reports.Take(ReportsOffered).Select(entry => (entry.Id.Value, entry.Metadata?.Title ?? entry.File))]);
    }
}
