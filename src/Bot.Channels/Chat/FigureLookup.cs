using System.Collections.Immutable;
using System.Globalization;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Finds figures of the ledger by a few words put one after the other: a place, a year, an indicator, in any order.</summary>
internal sealed class FigureLookup(LedgerSearch ledger, IReportIndex index)
{
    /// <param name="words">As the person wrote them; 目标 and 结果 narrow to targets and results.</param>
    /// <param name="offset">How many to skip.</param>
    /// <param name="limit">At most this many, 1 to <see cref="LedgerRequest.MaximumLimit"/>.</param>
    /// <returns>Sound figures only; none when nothing of the words narrows the ledger.</returns>
    public async Task<FigurePage> FindAsync(string words, int offset, int limit, CancellationToken cancellationToken)
    {
        var asked = Read(words);
        return asked is { Region: null, Period: null, Indicator: null, Text: null }
            ? new FigurePage([], 0)
            : await ledger.FindAsync(asked with { Offset = offset, Limit = limit }, cancellationToken);
    }

    private LedgerRequest Read(string words)
    {
        var asked = new LedgerRequest(null, null, null, null, null, null, null, IsDoubtful: false, null, 0, LedgerRequest.DefaultLimit, ImmutableDictionary<string, string>.Empty);
        foreach (var word in words.Split([' ', '　', ',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(8))
            asked = With(asked, word.Length > QueryReader.MaximumLength ? word[..QueryReader.MaximumLength] : word);
        return asked;
    }

    private LedgerRequest With(LedgerRequest asked, string word)
    {
        if (YearOf(word) is { } year)
            return asked with { Period = Period.OfYear(year) };
        if (word is "目标" or "计划" or "target" or "targets")
            return asked with { Status = FigureStatus.Target };
        if (word is "结果" or "完成" or "result" or "results")
            return asked with { Status = FigureStatus.Achieved };
        if (asked.Region is null && IsPlace(word))
            return asked with { Region = word };
        if (asked.Indicator is null)
            return asked with { Indicator = word };
        return asked with { Text = asked.Text is null ? word : asked.Text + word };
    }

    // The reports' own regions too: not every place of theirs is in the gazetteer.
    private bool IsPlace(string word) =>
        index.Catalogue.Any(e => e.Metadata?.Region is { } region && (region == word || (region.Length == word.Length + 1 && region.StartsWith(word, StringComparison.Ordinal))))
        || (Gazetteer.Default.FindIn(word) is [{ } place, ..] && place.Span == new TextSpan(0, word.Length));

    private static int? YearOf(string word) =>
        int.TryParse(word.AsSpan().TrimEnd('年'), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1949 and <= 2100 ? year : null;
}
