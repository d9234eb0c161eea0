namespace Bot.Retrieval;

/// <summary>
/// Paragraphs read lately, so that questions about the same reports don't parse the same rows again. Belongs to one
/// snapshot, whose paragraphs never change. Safe for concurrent use.
/// </summary>
/// <remarks>Two generations: when the newer is full it becomes the older, and what was in that is forgotten unless asked for again.</remarks>
internal sealed class ParagraphCache
{
    // Text held per generation, in characters; with its sentences and figures a paragraph takes about six bytes for each.
    private const int MostCharacters = 1 << 19;

    private readonly Lock _one = new();
    private Dictionary<long, StoredParagraph> _newer = [];
    private Dictionary<long, StoredParagraph> _older = [];
    private int _characters;

    /// <param name="address">See <see cref="ReportSql.AddressOf"/>.</param>
    public StoredParagraph? Find(long address)
    {
        lock (_one)
        {
            if (_newer.TryGetValue(address, out var paragraph))
                return paragraph;
            if (_older.TryGetValue(address, out paragraph))
                Keep(address, paragraph);
            return paragraph;
        }
    }

    public void Add(long address, StoredParagraph paragraph)
    {
        lock (_one)
            Keep(address, paragraph);
    }

    private void Keep(long address, StoredParagraph paragraph)
    {
        if (!_newer.TryAdd(address, paragraph))
            return;
        _characters += paragraph.Paragraph.Text.Length;
        if (_characters <= MostCharacters)
            return;
        (_older, _newer, _characters) = (_newer, [], 0);
    }
}
