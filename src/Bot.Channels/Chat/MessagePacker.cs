using System.Collections.Immutable;

namespace Bot.Channels;

/// <summary>Fills messages with blocks, in order, as few messages as the limits allow.</summary>
/// <param name="limit">Longest visible text of a message.</param>
/// <param name="markupLimit">Largest message with its markup, in whatever <paramref name="markup"/> counts.</param>
/// <param name="markup">What a block takes with its markup.</param>
internal sealed class MessagePacker(int limit, TextMeasure measure, int markupLimit, Func<ChatBlock, int> markup)
{
    // Prose goes on in the room that is left when that is worth a cut.
    private readonly int _worthCutting = limit / 2;

    public ImmutableArray<ImmutableArray<ChatBlock>> Pack(IEnumerable<ChatBlock> blocks)
    {
        var messages = ImmutableArray.CreateBuilder<ImmutableArray<ChatBlock>>();
        var open = ImmutableArray.CreateBuilder<ChatBlock>();
        var (room, markupRoom) = (limit, markupLimit);
        var waiting = new Stack<ChatBlock>(blocks.SelectMany(block => ChatBlocks.Cut(block, limit, measure)).Reverse());
        while (waiting.TryPop(out var block))
        {
            var gap = open.Count == 0 ? "" : ChatBlocks.Between(open[^1], block);
            var (length, size) = (measure.Of(gap) + measure.Of(block.Visible), gap.Length + markup(block));
            if (length <= room && size <= markupRoom || open.Count == 0)
            {
                open.Add(block);
                (room, markupRoom) = (room - length, markupRoom - size);
                continue;
            }
            var left = room - measure.Of(gap);
            if (block is ChatBlock.Prose prose && size <= markupRoom && left >= _worthCutting)
            {
                var cut = TextSplitter.CutOf(prose.Text, left, measure);
                open.Add(new ChatBlock.Prose(prose.Text[..cut].TrimEnd()));
                block = new ChatBlock.Prose(prose.Text[cut..].TrimStart());
            }
            messages.Add(open.DrainToImmutable());
            (room, markupRoom) = (limit, markupLimit);
            waiting.Push(block);
        }
        if (open.Count > 0)
            messages.Add(open.DrainToImmutable());
        return messages.ToImmutable();
    }
}
