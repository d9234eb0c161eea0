namespace Bot.Corpus;

/// <summary>Takes the indicator's name from a number whose unit can't be the indicator's: the words then stand alone.</summary>
internal static class UnitCheck
{
    public static Subject Of(Subject subject, Mention mention, FigureAspect aspect)
    {
        if (subject.Match is not { Units.Length: > 0 } indicator || mention.Kind is UnitKind.None)
            return subject;
        if (aspect is FigureAspect.Growth or FigureAspect.Difference or FigureAspect.Rank)
            return subject;
        var fits = indicator.Units.Any(unit => UnitVocabulary.Default.KindOf(unit) == mention.Kind || mention.Unit.EndsWith(unit, StringComparison.Ordinal));
        return fits ? subject : subject with { Indicator = null, Match = null };
    }
}
