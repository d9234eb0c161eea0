namespace Bot.Corpus;

/// <summary>Takes the indicator's name from a number whose unit can't be the indicator's: the words then stand alone.</summary>
internal static class UnitCheck
{
    /// <summary>个, 家 and 项 count alike, 亿元 and 万元 too; 人 and 家 don't.</summary>
    public static bool AreAlike(string first, string second)
    {
        (first, second) = (first.TrimStart('百', '千', '万', '亿'), second.TrimStart('百', '千', '万', '亿'));
        return first == second || (first is "个" or "家" or "项" && second is "个" or "家" or "项");
    }

    /// <summary>True for a sum or a count under the name of a rate (投入强度1.11%；大同市8.9亿元): it is of something else, which isn't named.</summary>
    public static bool IsRateOf(Subject subject, Mention mention, FigureAspect aspect) =>
        mention.Kind is UnitKind.Money or UnitKind.Count && aspect is FigureAspect.Level
        && (subject.Match is { Units.Length: > 0 } indicator
            ? Of(subject, mention, aspect).Match is null && indicator.Units.All(unit => UnitVocabulary.Default.KindOf(unit) is UnitKind.Rate)
            : subject.Words.EndsWith("强度", StringComparison.Ordinal) || subject.Words.EndsWith("比重", StringComparison.Ordinal) || subject.Words.EndsWith("占比", StringComparison.Ordinal));

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
