namespace Bot.Corpus;

/// <summary>Which side of an indicator a figure states. Two figures of different aspect never stand in for each other.</summary>
public enum FigureAspect
{
    /// <summary>How much or how many there is or was in the period: 增加值708.22亿元.</summary>
    Level,

    /// <summary>How many were newly added, recognised or founded: 新认定416家.</summary>
    New,

    /// <summary>New less lost: 净增379家.</summary>
    NetIncrease,

    /// <summary>The total reached: 总数达1346家, 累计88家.</summary>
    Cumulative,

    /// <summary>Change against the year before, in per cent or times: 增长7.6%.</summary>
    Growth,

    /// <summary>Part of a base, in per cent: 占GDP比重2.8%.</summary>
    Share,

    /// <summary>Place in an order: 全省第三.</summary>
    Rank,

    /// <summary>Difference to something else, often in 百分点: 比规上工业高4.4个百分点, 提高4个百分点; places moved in an order: 前移3位.</summary>
    Difference,
}
