namespace Bot.Corpus;

/// <summary>What a label on a page names; the sections of Vocabulary/page-labels.txt.</summary>
internal enum LabelKind
{
    Index,
    Issuer,
    Source,
    Date,
    Number,
    Title,
    Address,
    Chrome,
    Contact,
    Footer,
}
