namespace Bot.Corpus;

/// <summary>By what means a measure supports.</summary>
public enum Instrument
{
    /// <summary>创新券, 科技券, 服务券.</summary>
    Voucher,

    /// <summary>补助, 补贴, 资助, 后补助, 配套: money towards what is or was spent.</summary>
    Grant,

    /// <summary>奖励: money for what was achieved.</summary>
    Reward,

    /// <summary>贴息.</summary>
    LoanSubsidy,

    /// <summary>贷款, 周转金, 信贷产品.</summary>
    Loan,

    /// <summary>担保, 风险补偿, 代偿, 质押的风险池.</summary>
    Guarantee,

    /// <summary>保险, and support of its premium.</summary>
    Insurance,

    /// <summary>加计扣除, 减免, 优惠税率.</summary>
    TaxRelief,

    /// <summary>引导基金, 天使基金, 股权投资.</summary>
    Fund,

    /// <summary>认定, 评定, 备案: a standing, by itself without money.</summary>
    Recognition,

    /// <summary>辅导, 对接, 代办 and other help in kind.</summary>
    Service,

    /// <summary>孵化, 场地, 租金减免.</summary>
    Space,
}
