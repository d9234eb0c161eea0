namespace Bot.Corpus;

/// <summary>What a rate is taken of.</summary>
public enum AmountBaseKind
{
    /// <summary>Written, but none of the kinds below.</summary>
    Other,

    /// <summary>研发费用, 研发投入.</summary>
    RdSpending,

    /// <summary>研发费用较上年度增量, 新增部分.</summary>
    RdIncrement,

    /// <summary>实际支付额, 实际支出, 实际发生费用.</summary>
    AmountPaid,

    /// <summary>贷款利息, LPR.</summary>
    LoanInterest,

    /// <summary>贷款本金, 贷款额.</summary>
    LoanPrincipal,

    /// <summary>房租, 租金.</summary>
    Rent,

    /// <summary>技术合同成交额, 服务合同金额.</summary>
    ContractValue,

    /// <summary>设备投资, 设备购置额.</summary>
    EquipmentInvestment,

    /// <summary>项目总投资, 固定资产投资, 建设投入.</summary>
    ProjectInvestment,

    /// <summary>保费.</summary>
    Premium,

    /// <summary>担保费, 评估费.</summary>
    Fee,

    /// <summary>上级补助, 国家和省资助额 (matched 1:1 and the like).</summary>
    HigherGrant,

    /// <summary>营业收入, 销售收入.</summary>
    Revenue,

    /// <summary>投资额 of a fund or an investor.</summary>
    EquityInvestment,

    /// <summary>损失, 代偿额, 本金损失.</summary>
    Loss,

    /// <summary>应纳税所得额, 税额, 地方贡献.</summary>
    Tax,
}
