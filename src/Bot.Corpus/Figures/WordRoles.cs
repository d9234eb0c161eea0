namespace Bot.Corpus;

/// <summary>What a word beside a number tells; see the comments of <c>Vocabulary/figure-words.txt</c>.</summary>
[Flags]
internal enum WordRoles
{
    None = 0,
    New = 1 << 0,
    Net = 1 << 1,
    Total = 1 << 2,
    Growth = 1 << 3,
    Fall = 1 << 4,
    Change = 1 << 5,
    Predicate = 1 << 6,
    Target = 1 << 7,
    Before = 1 << 8,
    After = 1 << 9,
    Lead = 1 << 10,
    Verb = 1 << 11,
    Other = 1 << 12,
    Self = 1 << 13,
    Dependent = 1 << 14,
    Generic = 1 << 15,
    Share = 1 << 16,
    Rank = 1 << 17,
    Peers = 1 << 18,
    Closing = 1 << 19,
    Taken = 1 << 20,
    Stop = 1 << 21,
    Joined = 1 << 22,
    Provisional = 1 << 23,
    Whole = 1 << 24,
    Actor = 1 << 25,
    Vague = 1 << 26,
    Kept = 1 << 27,
}
