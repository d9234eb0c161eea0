using System.Runtime.CompilerServices;

namespace Bot.Retrieval;

/// <summary>Tells by their signs, an eighth of their numbers' size, which of many passages are likely to be nearest to a question.</summary>
internal sealed class FirstPass(VectorFile file, QuestionVector question)
{
    /// <summary>The likely ones, in the order they lie in the file.</summary>
    /// <param name="ranges">Ascending, apart from each other.</param>
    /// <param name="count">How many.</param>
    /// <param name="isWanted">Asked of passages that would be among them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int[] Run(PassageRange[] ranges, int count, Func<int, bool> isWanted)
    {
        var words = file.SignWords;
        var scales = file.Scales;
        var worth = file.Worth;
        var signs = file.Signs;
        var nearest = new PriorityQueue<int, float>(count);
        var threshold = float.NegativeInfinity;
        foreach (var range in ranges)
            for (var passage = range.Start; passage < range.End; passage++)
            {
                var about = question.SumWithSigns(signs.Slice(passage * words, words)) * worth[passage];
                if (about <= threshold || scales[passage] == 0 || !isWanted(passage))
                    continue;
                if (nearest.Count < count)
                    nearest.Enqueue(passage, about);
                else
                    nearest.DequeueEnqueue(passage, about);
                if (nearest.Count == count && nearest.TryPeek(out _, out var least))
                    threshold = least;
            }
        GC.KeepAlive(file);
        int[] likely = [.. nearest.UnorderedItems.Select(item => item.Element)];
        Array.Sort(likely);
        return likely;
    }
}
