using System.Collections.Immutable;

namespace Bot.Channels;

/// <summary>Cuts blocks that are too long for a message into several of the same kind.</summary>
internal static class ChatBlocks
{
    /// <summary>What parts two blocks in one message.</summary>
    public static string Between(ChatBlock before, ChatBlock after) =>
        before is ChatBlock.Quotation && after is ChatBlock.Quotation ? "\n" : "\n\n";

    /// <param name="limit">At least twice <see cref="TextSplitter.LeastLimit"/>.</param>
    public static IEnumerable<ChatBlock> Cut(ChatBlock block, int limit, TextMeasure measure)
    {
        if (measure.Of(block.Visible) <= limit)
            return [block];
        return block switch
        {
            ChatBlock.Prose prose => TextSplitter.Split(prose.Text, limit, measure).Select(piece => new ChatBlock.Prose(piece)),
            ChatBlock.Quotation quotation => CutQuotation(quotation, limit, measure),
            ChatBlock.Preformatted rows => CutRows(rows, limit, measure),
            ChatBlock.Table table => CutTable(table, limit, measure),
            _ => throw new InvalidOperationException($"{block.GetType().Name} is not known here."),
        };
    }

    private static IEnumerable<ChatBlock> CutQuotation(ChatBlock.Quotation quotation, int limit, TextMeasure measure)
    {
        var head = TextSplitter.Split(quotation.Head, limit / 2, measure);
        foreach (var part in head.SkipLast(1))
            yield return new ChatBlock.Quotation(part, "");
        var last = head.IsEmpty ? "" : head[^1];
        var room = limit - (last.Length == 0 ? 0 : measure.Of(last) + 1);
        foreach (var piece in TextSplitter.Split(quotation.Text, room, measure))
        {
            yield return quotation with { Head = last, Text = piece };
            last = "";
        }
    }

    private static IEnumerable<ChatBlock> CutRows(ChatBlock.Preformatted table, int limit, TextMeasure measure)
    {
        var open = ImmutableArray.CreateBuilder<string>();
        var room = limit;
        // A row longer than a whole message is no row any more.
        foreach (var row in table.Rows.SelectMany(r => measure.Of(r) <= limit ? [r] : TextSplitter.Split(r, limit, measure)))
        {
            var length = measure.Of(row) + (open.Count > 0 ? 1 : 0);
            if (length > room && open.Count > 0)
            {
                yield return new ChatBlock.Preformatted(open.DrainToImmutable());
                (room, length) = (limit, measure.Of(row));
            }
            open.Add(row);
            room -= length;
        }
        if (open.Count > 0)
            yield return new ChatBlock.Preformatted(open.DrainToImmutable());
    }

    // Each part begins with the names of the columns. A table with a row that is too long for that is one no more.
    private static IEnumerable<ChatBlock> CutTable(ChatBlock.Table table, int limit, TextMeasure measure)
    {
        if (table.Rows.Skip(1).Any(row => measure.Of(new ChatBlock.Table([table.Rows[0], row]).Visible) > limit))
            return Cut(table.AsList(), limit, measure);
        var parts = new List<ChatBlock.Table>();
        foreach (var row in table.Rows.Skip(1))
        {
            if (parts.Count > 0 && parts[^1] with { Rows = parts[^1].Rows.Add(row) } is var longer && measure.Of(longer.Visible) <= limit)
                parts[^1] = longer;
            else
                parts.Add(new ChatBlock.Table([table.Rows[0], row]));
        }
        return parts;
    }
}
