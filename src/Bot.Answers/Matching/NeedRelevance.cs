using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>How well a measure serves what is looked for.</summary>
internal sealed class NeedRelevance(MatchVocabulary vocabulary)
{
    /// <summary>0: not at all; 1 where nothing in particular is looked for.</summary>
    public double Of(FoundMeasure registered, EnterpriseProfile profile)
    {
        var needs = ToldIn(profile);
        if (needs.Count == 0)
            return 1;
        var (name, text) = (TextFolding.Fold(registered.Measure.Name), TextFolding.Fold(registered.OwnWords()));
        return needs.Sum(n => Served(n, registered.Measure, name, text));
    }

    public bool IsTold(EnterpriseProfile profile) => ToldIn(profile).Count > 0;

    private List<EnterpriseNeed> ToldIn(EnterpriseProfile profile)
    {
        if (profile.Need is not { } told)
            return [];
        var folded = TextFolding.Fold(told);
        return [.. vocabulary.Needs.Where(n => n.IsToldIn(folded))];
    }

    // An instrument alone (补助) serves nearly everything; with the matter it is for, it serves this.
    private static double Served(EnterpriseNeed need, Measure measure, string name, string text)
    {
        var isBase = measure.Amounts.Any(a => a.Base is { } of && need.Bases.Contains(of.Kind));
        var isInstrument = need.Instruments.Contains(measure.Instrument);
        var isNamed = need.Words.Any(w => name.Contains(w, StringComparison.Ordinal));
        var isTold = need.Words.Any(w => text.Contains(w, StringComparison.Ordinal));
        if (!isBase && !isNamed && !isTold && !(isInstrument && IsTelling(measure.Instrument)))
            return 0;
        return (isBase ? 1.5 : 0) + (isNamed ? 1.5 : isTold ? 0.5 : 0) + (isInstrument ? 1 : 0);
    }

    // Of these the name alone says what they are for.
    private static bool IsTelling(Instrument instrument) =>
        instrument is not (Instrument.Grant or Instrument.Reward or Instrument.Service or Instrument.Recognition);
}
