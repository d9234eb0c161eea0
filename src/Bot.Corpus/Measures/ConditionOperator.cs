namespace Bot.Corpus;

/// <summary>How a condition's value is compared.</summary>
public enum ConditionOperator
{
    /// <summary>Nothing is compared: the clause as written is the condition.</summary>
    None,

    /// <summary>不低于, 达到, 以上.</summary>
    AtLeast,

    /// <summary>超过, 大于.</summary>
    MoreThan,

    /// <summary>不超过, 以下, 以内.</summary>
    AtMost,

    /// <summary>低于, 不足, 未满.</summary>
    LessThan,

    /// <summary>One of the words.</summary>
    In,

    /// <summary>None of the words: 不含房地产企业, …除外.</summary>
    NotIn,
}
