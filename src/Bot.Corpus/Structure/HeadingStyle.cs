namespace Bot.Corpus;

/// <summary>How a heading is marked; the order is the usual order of nesting, outermost first.</summary>
internal enum HeadingStyle
{
    /// <summary>Unnumbered, naming a part of the report by itself (2020年工作计划): starts anew.</summary>
    NamedPart,

    /// <summary>第一部分.</summary>
    Part,

    /// <summary>第一章.</summary>
    Chapter,

    /// <summary>第一节.</summary>
    Section,

    /// <summary>第一条.</summary>
    Article,

    /// <summary>一、.</summary>
    Chinese,

    /// <summary>(一).</summary>
    ChineseInBrackets,

    /// <summary>1. 1、 1．.</summary>
    Arabic,

    /// <summary>1.1, 1.2.3.</summary>
    Decimal,

    /// <summary>(1), 1).</summary>
    ArabicInBrackets,

    /// <summary>①.</summary>
    Circled,

    /// <summary>【…】 or a short line alone: as deep as it stands, or outermost where nothing stands above.</summary>
    Bare,

    /// <summary>A table's caption (表1 …, 专栏2 …): holds for the rows below it only.</summary>
    Caption,
}
