using System.Text;
using Bot.Corpus;
using Microsoft.Extensions.AI;

namespace Bot.Answers.Generating;

/// <summary>
/// Has one answer written: gives every sentence as soon as it has passed. From the first one that fails on, all are held back until the
/// repair, so that their order stays.
/// </summary>
internal sealed class SentenceWriter(
    IChatClient chat, GroundingCheck check, GeneratingRequest request, CancellationToken deadline, CancellationToken caller)
{
    // No answer to a question needs more; a model that goes on and on is left.
    private const int MostSentences = 60;

    private const int MostRepaired = 8;

    // So much of the failed sentence must stand in the sentence that is quoted in its place.
    private const double Alike = 0.35;

    private const string NoAnswer = "无法回答";

    private readonly List<(string Raw, DraftSentence Sentence, Verdict Verdict)> _held = [];

    /// <summary>Hears of what kept the model from answering.</summary>
    public required Action<Exception> Failed { get; init; }

    /// <summary>The pieces of the draft, as they are added to it.</summary>
    public async IAsyncEnumerable<string> WriteAsync()
    {
        var isWhole = false;
        await using (var reply = new ModelReply(chat.GetStreamingResponseAsync(request.Messages, cancellationToken: deadline), deadline, caller, request.IsEnglish))
        {
            for (var i = 0; i < MostSentences && await reply.NextAsync() is { } raw; i++)
            {
                if (request.IsReview && raw.Contains(NoAnswer, StringComparison.Ordinal))
                    yield break;
                if (Judge(raw) is { } passed)
                    yield return request.Draft.Add(passed);
            }
            isWhole = reply.Failure is null;
            if (reply.Failure is { } failure)
                Failed(failure);
        }
        // A review that broke off decides nothing.
        if (request.IsReview && !isWhole)
            yield break;
        if (isWhole)
            await RepairAsync();
        if (!request.Draft.IsGenerated && _held.All(h => h.Verdict.Kind is not VerdictKind.Supported))
            yield break;
        foreach (var (_, sentence, verdict) in _held)
        {
            var piece = verdict.Kind is VerdictKind.Supported ? request.Draft.Add(sentence) : Quotation(sentence);
            if (piece.Length > 0)
                yield return piece;
        }
    }

    /// <returns>The sentence when it may be given at once.</returns>
    private DraftSentence? Judge(string raw)
    {
        var (sentence, verdict) = Verdict(raw);
        if (verdict.Kind is VerdictKind.Forbidden or VerdictKind.Empty)
            return null;
        if (verdict.Kind is VerdictKind.Supported && _held.Count == 0 && !request.IsReview)
            return sentence;
        _held.Add((raw, sentence, verdict));
        return null;
    }

    private (DraftSentence Sentence, Verdict Verdict) Verdict(string raw)
    {
        var sentence = DraftSentence.Parse(raw, request.ByNumber);
        var verdict = check.Judge(raw, sentence, request.IsEnglish, request.Years, request.Sums, request.Boundary);
        return (sentence with { Meaning = verdict.Meaning }, verdict);
    }

    private async Task RepairAsync()
    {
        var failed = Enumerable.Range(0, _held.Count).Where(i => _held[i].Verdict.Kind is VerdictKind.Unsupported).Take(MostRepaired).ToList();
        if (failed.Count == 0)
            return;
        var text = new StringBuilder();
        await using (var reply = new ModelReply(
            chat.GetStreamingResponseAsync(request.Repair(RepairReply.Ask(failed.Select(i => (_held[i].Raw, _held[i].Verdict.Reason)))), cancellationToken: deadline), deadline, caller))
        {
            for (var i = 0; i < MostSentences && await reply.NextAsync() is { } line; i++)
                text.Append(line);
            if (reply.Failure is { } failure)
                Failed(failure);
        }
        var repaired = RepairReply.Read(text.ToString());
        foreach (var (i, held) in failed.Index())
        {
            if (!repaired.TryGetValue(i + 1, out var raw))
                continue;
            var (sentence, verdict) = Verdict(_held[held].Sentence.Lead + raw);
            if (verdict.Kind is VerdictKind.Supported)
                _held[held] = (raw, sentence with { Lead = _held[held].Sentence.Lead }, verdict);
        }
    }

    // What the sentence meant to say, in the report's own words; only of what was asked about.
    private string Quotation(DraftSentence failed)
    {
        var claim = TextFolding.Fold(failed.Text);
        var candidates = failed.IsCited ? failed.Cited : request.Sources;
        var best = candidates
            .SelectMany(source => source.Sentences.Select(sentence => (source, sentence, Share: Bigrams.Share(claim, Bigrams.Of(sentence.Folded)))))
            .Where(s => s.Share >= Alike && request.Draft.MayQuote(s.sentence))
            .OrderByDescending(s => s.Share)
            .FirstOrDefault();
        return best.sentence is null ? "" : request.Draft.Quote(failed.Lead, best.source, best.sentence);
    }
}
