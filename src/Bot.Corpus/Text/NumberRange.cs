namespace Bot.Corpus;

/// <summary>Which end of a range such as 8-10场 a number is.</summary>
public enum NumberRange
{
    None,
    From,
    To,
}
