namespace Bot.Answers.Matching;

/// <summary>What an enterprise can tell a number of. Money is in yuan, shares in per cent, the rest counted.</summary>
public enum ProfileQuantity
{
    /// <summary>研发费用 of a year.</summary>
    RdSpending,

    /// <summary>研发费用占营业收入的比重, in per cent.</summary>
    RdShare,

    /// <summary>研发费用比上年的增幅, in per cent.</summary>
    RdGrowth,

    /// <summary>营业收入 of a year.</summary>
    Revenue,

    Staff,
    RdStaff,

    /// <summary>研发人员占比, in per cent.</summary>
    RdStaffShare,

    InventionPatents,
    PctPatents,
    UtilityPatents,
    DesignPatents,

    /// <summary>专利 of a kind not told.</summary>
    Patents,
    SoftwareCopyrights,
    Trademarks,

    /// <summary>技术合同成交额.</summary>
    ContractValue,
    LoanPrincipal,
    LoanInterest,
    Rent,

    /// <summary>Spent on services bought (检测, 咨询, 设计).</summary>
    ServiceSpending,
    EquipmentInvestment,
    ProjectInvestment,
    Premium,

    /// <summary>担保费, 评估费.</summary>
    Fee,

    /// <summary>A grant of the state or the province that is matched.</summary>
    HigherGrant,

    /// <summary>Equity raised.</summary>
    Financing,
    Tax,
    Loss,

    /// <summary>Space rented or used, in square metres.</summary>
    Area,

    /// <summary>Support received already.</summary>
    Received,

    /// <summary>R&amp;D staff in full-time equivalents (FTE).</summary>
    RdFte,

    /// <summary>What one piece of a product is sold for.</summary>
    UnitPrice,

    /// <summary>What one person hired is paid a year.</summary>
    Salary,
}
