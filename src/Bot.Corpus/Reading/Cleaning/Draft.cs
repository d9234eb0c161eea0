using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>A document being cleaned: the lines still there, and account of what was taken out.</summary>
internal sealed class Draft(IEnumerable<DraftLine> lines)
{
    private readonly List<RemovedText> _removed = [];

    public List<DraftLine> Lines { get; set; } = [.. lines];

    public List<CleanLine> FieldLines { get; } = [];

    public FieldLedger Fields { get; } = new();

    /// <summary>In reading order.</summary>
    public ImmutableArray<RemovedText> Removed => [.. _removed.OrderBy(r => r.Line)];

    public void Remove(int line, string text, string reason)
    {
        if (!string.IsNullOrWhiteSpace(text))
            _removed.Add(new(line, text.Trim(), reason));
    }
}
