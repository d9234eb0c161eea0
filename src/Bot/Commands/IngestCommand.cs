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

        var isEmbedded = await EmbedAsync(parts.GetRequiredService<EmbeddingPass>(), cancellationToken);
        var catalogue = parts.GetRequiredService<IReportIndex>().Catalogue;
        CatalogueTable.Write(catalogue, setup.Console);
        return pass is CorpusPass.Complete && isEmbedded && catalogue.All(e => e.IsSearchable) ? ExitCode.Success : ExitCode.Failure;
    }

    private static async Task<bool> EmbedAsync(EmbeddingPass pass, CancellationToken cancellationToken)
    {
        if (!pass.IsDue)
            return true;
        try
        {
            await pass.RunAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            pass.TellFailure(e, retryIn: null);
            return false;
        }
    }
}
