namespace Bot.Corpus.Tests.Measures;

/// <summary>Finds annotated fragments in a report's text, white space aside.</summary>
internal sealed class AnnotatedPlaces
{
    private readonly string _compact;
    private readonly int[] _origins;

    public AnnotatedPlaces(string text)
    {
        var kept = Enumerable.Range(0, text.Length).Where(i => !char.IsWhiteSpace(text[i])).ToArray();
        _compact = string.Concat(kept.Select(i => text[i]));
        _origins = kept;
    }

    /// <summary>All places of the fragment inside a stretch.</summary>
    public IEnumerable<TextSpan> FindAll(string fragment, TextSpan within)
    {
        for (var at = Find(fragment, within.Start); at is { } found && within.Contains(found); at = Find(fragment, found.Start + 1))
        {
            yield return found;
            if (Find(fragment, found.Start + 1) is not { } next || next.Start <= found.Start)
                yield break;
        }
    }

    /// <summary>Where the fragment stands at or behind a place, else its first occurrence; null when the text hasn't got it.</summary>
    public TextSpan? Find(string fragment, int from = 0)
    {
        var words = string.Concat(fragment.Where(c => !char.IsWhiteSpace(c)));
        var behind = Array.FindIndex(_origins, origin => origin >= from);
        var at = behind < 0 ? -1 : _compact.IndexOf(words, behind, StringComparison.Ordinal);
        at = at < 0 ? _compact.IndexOf(words, StringComparison.Ordinal) : at;
        return at < 0 ? null : new TextSpan(_origins[at], _origins[at + words.Length - 1] + 1);
    }
}
