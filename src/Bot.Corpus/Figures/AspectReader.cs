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
        // 新增人才3.4万人，人才总量28万人: what there is, not what came.
        if (FigureLexicon.Default.EndOf(clause.Noun, WordRoles.Stock).Length > 0)
            return FigureAspect.Level;
        // 累计投资项目187个，投资金额11.3亿元: the money of all of them.
        if (before.Aspect == FigureAspect.Cumulative && (FigureLexicon.Default.RolesOf(clause.Noun) & WordRoles.Dependent) != 0)
            return FigureAspect.Cumulative;
        // 新认定A家…、B家: the verb goes on for what is counted alike.
        if (before.Aspect == FigureAspect.New && clause.Verb.Length == 0 && UnitCheck.AreAlike(before.Mention.Unit, mention.Unit) && clause.NearRoles is WordRoles.None or WordRoles.Before)
            return FigureAspect.New;
        return before.Aspect == FigureAspect.Cumulative && left.IsSameClause ? FigureAspect.Cumulative : FigureAspect.Level;
    }
}
