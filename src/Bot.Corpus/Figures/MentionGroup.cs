using System.Buffers;

namespace Bot.Corpus;

/// <summary>Numbers that stand side by side (88家和214家) and are dealt out in order.</summary>
internal static class MentionGroup
{
    private static readonly SearchValues<char> Joints = SearchValues.Create("、和与及 ");

    /// <summary>The mentions from <paramref name="first"/> on that have only a joint between them; at least one.</summary>
    public static ReadOnlyMemory<Mention> At(string text, Mention[] mentions, int first)
    {
        var end = first + 1;
        while (end < mentions.Length && IsJoint(text, mentions[end - 1], mentions[end]))
            end++;
        return mentions.AsMemory(first, end - first);
    }

    private const string Closers = "，,；;。、和与及)） ";

    private static bool IsJoint(string text, Mention last, Mention next)
    {
        if (last.Number.Range == NumberRange.From && next.Number.Range == NumberRange.To)
            return false;
        return last.Kind == next.Kind && last.Kind != UnitKind.Place && next.Span.Start > last.Tail
            && text.AsSpan(last.Tail, next.Span.Start - last.Tail).IndexOfAnyExcept(Joints) < 0
            && (next.Tail >= text.Length || Closers.Contains(text[next.Tail], StringComparison.Ordinal));
    }
}
