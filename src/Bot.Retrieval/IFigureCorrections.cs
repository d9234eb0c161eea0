using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>
/// Staff's corrections of misread figures: an overlay that survives re-reading and can be taken back. A correction changes what a
/// number means; the number itself must stand in its sentence, because answers may state no other.
/// </summary>
public interface IFigureCorrections
{
    /// <summary>Corrects one figure, in place of an earlier correction of it.</summary>
    /// <param name="number">As <see cref="LedgerFigure.Number"/>, in the sentence.</param>
    /// <param name="sentence">As <see cref="LedgerFigure.Sentence"/>, as whoever corrects it saw it: when it no longer stands there, nothing is changed.</param>
    Task<CorrectionOutcome> CorrectAsync(
        ParagraphAddress paragraph, TextSpan number, string sentence, FigureMeaning meaning, string? note, CancellationToken cancellationToken);

    /// <summary>Takes a correction back: the figure is as it was read.</summary>
    /// <returns>False when no correction has this id.</returns>
    Task<bool> TakeBackAsync(string id, CancellationToken cancellationToken);

    /// <summary>Every correction, latest first, also those whose sentence is in no report any more.</summary>
    Task<ImmutableArray<KeptCorrection>> ListAsync(CancellationToken cancellationToken);
}
