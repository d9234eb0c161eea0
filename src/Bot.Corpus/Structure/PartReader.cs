namespace Bot.Corpus;

/// <summary>
/// Tells for each paragraph whether it sums up or plans: by the headings above it, and where those are silent by the language,
/// with the change points that fit the document as a whole, so that a stray word changes nothing.
/// </summary>
internal sealed class PartReader(PartWords words)
{
    // In the measure of part-words.txt, where an unmistakable plan word weighs 3. A document turns from summary to plan
    // as a matter of course, and back only where much speaks for it.
    private const double CostOfTurningToPlan = 2;
    private const double CostOfTurningBack = 8;
    private const double StrongestEvidence = 6;
    private const double Certain = 1000;
    private const double Hint = 2;
    private const int Decisive = 2;

    // Before a heading that opens the plan, what no heading tells of leans towards what was done.
    private const double BeforeThePlan = 1.5;
    private const double LeastEvidence = 1;
    private const int FewestArticles = 3;

    /// <summary>One part per paragraph. <paramref name="years"/> are those that the title gives.</summary>
    public ReportPart[] Read(string title, (int? Summary, int? Plan) years, IReadOnlyList<DraftParagraph> paragraphs)
    {
        if (IsPolicy(title, paragraphs))
            return new ReportPart[paragraphs.Count];
        var promises = (Summary: words.PromisesSummary(title), Plan: words.PromisesPlan(title));
        var content = Enumerable.Range(0, paragraphs.Count).Where(i => paragraphs[i].IsContent).ToArray();
        var opening = Array.FindIndex(content, i => paragraphs[i].Kind == ParagraphKind.Heading && Heading(paragraphs[i].Text, years) == (ReportPart.Plan, Decisive));
        var evidence = content.Select((i, at) => Evidence(paragraphs[i], years, promises, isBeforePlan: at < opening)).ToArray();
        var parts = new ReportPart[paragraphs.Count];
        if (promises is { Summary: false, Plan: false } && evidence.Sum(Math.Abs) < LeastEvidence)
            return parts;
        var best = BestParts(evidence, firstIsPlan: promises is { Plan: true, Summary: false });
        for (var i = 0; i < content.Length; i++)
            parts[content[i]] = best[i];
        return parts;
    }

    private bool IsPolicy(string title, IReadOnlyList<DraftParagraph> paragraphs) =>
        paragraphs.Count(p => HeadingMark.Of(p.Text) is { Style: HeadingStyle.Article }) >= FewestArticles
        || (words.IsPolicy(title) && !words.PromisesSummary(title));

    // Positive for a plan, negative for a summary.
    private double Evidence(DraftParagraph paragraph, (int? Summary, int? Plan) years, (bool Summary, bool Plan) promises, bool isBeforePlan)
    {
        var (part, weight) = ByHeadings(paragraph, years);
        if (weight == Decisive)
            return part == ReportPart.Plan ? Certain : -Certain;
        // A plan throughout: only a heading that looks back makes it otherwise.
        if (IsPlanOnly(promises))
            return Certain;
        var lean = paragraph.Kind == ParagraphKind.Heading ? 0 : paragraph.Sentences.Sum(s => words.Lean(s.Of(paragraph.Text)));
        lean += part switch { ReportPart.Plan when !isBeforePlan => Hint, ReportPart.Summary => -Hint, _ => 0 };
        lean -= isBeforePlan ? BeforeThePlan : 0;
        return Math.Clamp(lean + ByOpeningYear(paragraph.Text, years), -StrongestEvidence, StrongestEvidence);
    }

    private static bool IsPlanOnly((bool Summary, bool Plan) promises) => promises is { Plan: true, Summary: false };

    // The innermost heading that decides; else the innermost that hints.
    private (ReportPart Part, int Weight) ByHeadings(DraftParagraph paragraph, (int? Summary, int? Plan) years)
    {
        var said = paragraph.Headings.Reverse().Select(h => Heading(h, years)).ToList();
        return said.Find(s => s.Weight == Decisive) is { Weight: Decisive } sure ? sure : said.Find(s => s.Weight == 1);
    }

    private (ReportPart Part, int Weight) Heading(string heading, (int? Summary, int? Plan) years)
    {
        var (part, weight) = words.HeadingPart(heading);
        if (weight == Decisive || years.Summary == years.Plan)
            return (part, weight);
        // 二、2020年工作: the year alone tells.
        var written = YearReader.Written(heading);
        if (written.Count != 1)
            return (part, weight);
        if (written.Contains(years.Plan ?? 0))
            return (ReportPart.Plan, Decisive);
        return written.Contains(years.Summary ?? 0) ? (ReportPart.Summary, Decisive) : (part, weight);
    }

    private static double ByOpeningYear(string text, (int? Summary, int? Plan) years)
    {
        if (YearReader.Opening(text) is not { } year || years.Summary == years.Plan)
            return 0;
        if (year == years.Plan)
            return 3;
        return year == years.Summary ? -2 : 0;
    }

    // The cheapest of all ways to label the paragraphs, found in one pass over them.
    private static ReportPart[] BestParts(double[] evidence, bool firstIsPlan)
    {
        var from = new (bool Summary, bool Plan)[evidence.Length];
        var (summary, plan) = firstIsPlan ? (CostOfTurningToPlan, 0.0) : (0.0, 1.0);
        for (var i = 0; i < evidence.Length; i++)
        {
            var turnBack = plan + CostOfTurningBack < summary;
            var turn = summary + CostOfTurningToPlan < plan;
            from[i] = (turnBack, !turn);
            (summary, plan) = (
                (turnBack ? plan + CostOfTurningBack : summary) + evidence[i],
                (turn ? summary + CostOfTurningToPlan : plan) - evidence[i]);
        }

        var parts = new ReportPart[evidence.Length];
        var isPlan = plan < summary;
        for (var i = evidence.Length - 1; i >= 0; i--)
        {
            parts[i] = isPlan ? ReportPart.Plan : ReportPart.Summary;
            isPlan = isPlan ? from[i].Plan : from[i].Summary;
        }

        return parts;
    }
}
