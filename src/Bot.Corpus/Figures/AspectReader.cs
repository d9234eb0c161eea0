namespace Bot.Corpus;

/// <summary>Tells which side of the indicator a number states, by its unit and the words peeled off around it.</summary>
internal static class AspectReader
{
    /// <param name="before">The statement before in the same sentence, null when there is none.</param>
    public static FigureAspect Read(Mention mention, Clause clause, LeftText left, Statement? before) => mention.Kind switch
    {
        UnitKind.Points => FigureAspect.Difference,
        UnitKind.Fraction => clause.Is(WordRoles.Change) || FigureLexicon.Default.First(left.Clause, WordRoles.Change).At >= 0
            ? FigureAspect.Difference
            : FigureAspect.Share,
        UnitKind.Rate or UnitKind.Times => OfRate(mention, clause, before),
        _ => OfCount(mention, clause, left, before),
    };

    private static FigureAspect OfRate(Mention mention, Clause clause, Statement? before)
    {
        if ((clause.NearRoles & (WordRoles.Growth | WordRoles.Fall)) != 0 || mention.Kind == UnitKind.Times)
            return FigureAspect.Growth;
        if ((clause.NearRoles & WordRoles.Net) != 0)
            return FigureAspect.Growth;
        if ((clause.NearRoles & WordRoles.Change) != 0 || FigureLexicon.Default.At(clause.Noun, 0, WordRoles.Change).Length > 1)
            return FigureAspect.Difference;
        return clause.Noun.Length == 0 && before is { Mention.IsRate: true } ? before.Aspect : FigureAspect.Share;
    }

    // 个, 家 and 项 count alike; 人 and 家 don't.
    private static bool AreAlike(string first, string second) =>
        first == second || (first is "个" or "家" or "项" && second is "个" or "家" or "项");

    private static FigureAspect OfCount(Mention mention, Clause clause, LeftText left, Statement? before)
    {
        if (clause.Is(WordRoles.Net) && !clause.Is(WordRoles.New))
            return FigureAspect.NetIncrease;
        // 新设立基金已投资项目198个: 新 belongs to the funds.
        if (clause.Is(WordRoles.New) && ((clause.NearRoles & WordRoles.New) != 0 || !clause.Noun.Contains('已', StringComparison.Ordinal)))
            return FigureAspect.New;
        if (clause.Is(WordRoles.Total))
            return FigureAspect.Cumulative;
        if (before is null || clause.Noun.Length == 0)
            return FigureAspect.Level;
        // 新认定A家…、B家: the verb goes on for what is counted alike.
        if (before.Aspect == FigureAspect.New && clause.Verb.Length == 0 && AreAlike(before.Mention.Unit, mention.Unit) && clause.NearRoles is WordRoles.None or WordRoles.Before)
            return FigureAspect.New;
        return before.Aspect == FigureAspect.Cumulative && left.IsSameClause ? FigureAspect.Cumulative : FigureAspect.Level;
    }
}
