namespace Bot.Corpus;

/// <summary>What a written number is, as far as its own writing and the characters beside it tell.</summary>
public enum NumberKind
{
    Quantity,

    /// <summary>45.8%, 百分之二十: the value is 45.8, 20.</summary>
    PerCent,

    /// <summary>3‰, 千分之三: the value is 3.</summary>
    PerMille,

    /// <summary>1/3, 三分之一.</summary>
    Fraction,

    /// <summary>第三, 一等奖, 二级.</summary>
    Ordinal,

    /// <summary>A year, month or day of the calendar; 三年 and 6个月 are quantities.</summary>
    Date,

    /// <summary>Part of a name or code: G60, 5G, 1+X, 2.0版, a file number.</summary>
    Name,

    /// <summary>Numbers a heading or list entry: 1., (二), 三是. It claims nothing.</summary>
    Label,
}
