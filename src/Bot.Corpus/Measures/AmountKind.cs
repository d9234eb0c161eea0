namespace Bot.Corpus;

public enum AmountKind
{
    /// <summary>A sum given as it stands: 给予20万元奖励.</summary>
    Fixed,

    /// <summary>At most: 最高50万元, 不超过50万元. Caps the rate of its branch where there is one.</summary>
    Ceiling,

    /// <summary>At least: 不低于10万元.</summary>
    Floor,

    /// <summary>A part of a base: 按实际支付额的20%, 全额 (100 %).</summary>
    Rate,

    /// <summary>A sum for each piece counted: 每件2000元.</summary>
    PerPiece,
}
