using Bot.Configuration;
using Bot.Reading;
using Bot.Retrieval;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary>Reads the folder into the index and lists what is in it.</summary>
internal static class IngestCommand
{
    public static async Task<int> ExecuteAsync(CommandSetup setup, CancellationToken cancellationToken)
    {
        await using var parts = setup.Compose();
        CommandSetup.DemandWriting(parts);
        var settling = parts.GetRequiredService<IOptions<CorpusOptions>>().Value.Settling;
        var pass = await parts.GetRequiredService<CorpusUpdate>()
            .RunUntilSettledAsync(settling, TimeSpan.MaxValue, cancellationToken);

        var catalogue = parts.GetRequiredService<IReportIndex>().Catalogue;
        CatalogueTable.Write(catalogue, setup.Console);
        return pass is CorpusPass.Complete && catalogue.All(e => e.IsSearchable) ? ExitCode.Success : ExitCode.Failure;
    }
}
