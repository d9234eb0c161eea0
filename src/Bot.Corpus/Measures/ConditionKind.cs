namespace Bot.Corpus;

/// <summary>What a condition asks of the applicant.</summary>
public enum ConditionKind
{
    /// <summary>Clearly a condition, but none that could be read: a gap that a person must look at.</summary>
    Unread,

    /// <summary>在本市注册, 在区内纳税. <see cref="MeasureCondition.Words"/> holds the region's name where the text gives or implies one.</summary>
    Region,

    /// <summary>规上, 中小微, 科技型中小企业, 小微企业.</summary>
    Size,

    /// <summary>A standing held or won: 高新技术企业, 专精特新“小巨人”.</summary>
    Recognition,

    /// <summary>首次, 新认定, or 重新, 复审: which it is, in <see cref="MeasureCondition.Words"/>.</summary>
    FirstTime,

    /// <summary>成立不超过5年. The value is in years.</summary>
    Age,

    /// <summary>研发费用达到500万元.</summary>
    RdSpending,

    /// <summary>研发费用占营业收入比重不低于3%.</summary>
    RdShare,

    /// <summary>研发费用较上年增长10%以上.</summary>
    RdGrowth,

    /// <summary>营业收入, 主营业务收入, 产值.</summary>
    Revenue,

    /// <summary>职工人数.</summary>
    Staff,

    /// <summary>研发人员占比.</summary>
    RdStaffShare,

    /// <summary>A field: 生物医药企业, 从事集成电路设计.</summary>
    Sector,

    /// <summary>发明专利, PCT, 软著, trade marks.</summary>
    IntellectualProperty,

    /// <summary>信用良好, 未发生重大安全事故, 无严重违法失信.</summary>
    Credit,

    /// <summary>A platform or project held or done: 省级研发机构, 承担省级重大专项.</summary>
    Platform,

    /// <summary>A condition that was read but is of no kind above (独立法人, 签订合同, 按时报送统计).</summary>
    Other,
}
