namespace Bot.Corpus;

/// <summary>What a table's column or row name says besides the indicator: the unit in brackets and words of tables (实际值, 目标值).</summary>
/// <param name="Name">Without the unit.</param>
/// <param name="Unit">亿元 of 成交额(亿元), % of 增长%; null when none stands there.</param>
internal readonly record struct TableHead(string Name, string? Unit)
{
    private static readonly string[] PlanWords = ["目标", "计划", "任务", "预期", "力争"];
    private static readonly string[] ResultWords = ["实际", "完成", "实绩", "现状", "基期", "基数", "现值", "达到"];
    private static readonly string[] RankWords = ["排名", "位次", "排位", "名次"];

    // Longest first: what is left when they are gone names the indicator.
    private static readonly string[] TableWords =
        ["实际完成", "完成情况", "实际值", "目标值", "完成值", "预期值", "计划数", "完成数", "任务数", "目标数", "基期值", "现状值", "数值", "实际", "完成",
        "目标", "计划", "任务", "预期", "现状", "基期", "基数", "情况", "当年", "全年", "本年", "同期", "累计", "值", "数", "度"];

    /// <summary>True for a plan's column; a degree of fulfilment (目标完成率) is a result.</summary>
    public bool IsPlan => !IsDegree && PlanWords.Any(Contains);

    public bool IsResult => IsDegree || ResultWords.Any(Contains);

    public bool IsRank => RankWords.Any(Contains);

    public bool IsDegree => Contains("完成率") || Contains("完成比例") || Contains("进度");

    public static TableHead Read(string head)
    {
        if (head.Length > 1 && head[^1] is '%' or '％' or '‰')
            return new(head[..^1].TrimEnd('±', '+', '-'), head[^1] == '‰' ? "‰" : "%");
        var open = head.LastIndexOfAny(['(', '（']);
        if (open <= 0 || head[^1] is not (')' or '）'))
            return new(head, null);
        var unit = head[(open + 1)..^1].Replace("单位", "", StringComparison.Ordinal).Trim('：', ':', '±', ' ');
        return UnitVocabulary.Default.KindOf(unit) == UnitKind.None ? new(head, null) : new(head[..open], unit);
    }

    /// <summary>The words of a column without its times and the words of tables: empty for 2020年实际值.</summary>
    public static string WithoutTableWords(string label)
    {
        foreach (var word in TableWords)
            label = label.Replace(word, "", StringComparison.Ordinal);
        return label.Trim();
    }

    private bool Contains(string word) => Name.Contains(word, StringComparison.Ordinal);
}
