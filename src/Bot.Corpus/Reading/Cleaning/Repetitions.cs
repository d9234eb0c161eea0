using System.Text;

namespace Bot.Corpus;

/// <summary>Reads once what a page prints twice: the whole body, and title lines around the head fields.</summary>
internal static class Repetitions
{
    // A principle or heading may well stand in both parts of a report; only a block this long, and most of the text so far, is a second print.
    private const int LeastCharacters = 120;
    private const double LeastShare = 0.5;

    public static void Drop(Draft draft)
    {
        DropSecondPrint(draft);
        DropDoubledTitles(draft);
    }

    private static void DropSecondPrint(Draft draft)
    {
        var lines = draft.Lines;
        var keys = lines.ConvertAll(l => Key(l.Text));
        var firstAt = new Dictionary<string, int>(StringComparer.Ordinal);
        var kept = new List<DraftLine>();
        for (var i = 0; i < lines.Count;)
        {
            var length = firstAt.TryGetValue(keys[i], out var first) ? RunLength(keys, first, i) : 0;
            var characters = keys.Skip(i).Take(length).Sum(k => k.Length);
            if (characters >= LeastCharacters && characters >= kept.Sum(k => k.Text.Length) * LeastShare)
            {
                foreach (var line in lines.Skip(i).Take(length))
                    draft.Remove(line.Number, line.Text, "正文重复（只读一遍）");
                i += length;
                continue;
            }
            firstAt.TryAdd(keys[i], i);
            kept.Add(lines[i++]);
        }
        draft.Lines = kept;
    }

    private static int RunLength(List<string> keys, int first, int second)
    {
        var length = 0;
        while (second + length < keys.Count && first + length < second && keys[first + length] == keys[second + length])
            length++;
        return length;
    }

    private static void DropDoubledTitles(Draft draft)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var kept = new List<DraftLine>();
        var inHead = true;
        foreach (var line in draft.Lines)
        {
            inHead = inHead && !LineShape.IsProse(line.Text);
            var key = Key(line.Text);
            var doubled = line.Kind != CleanLineKind.TableRow && key.Length >= 4
                && (inHead ? !seen.Add(key) : kept.Count > 0 && Key(kept[^1].Text) == key);
            if (doubled)
                draft.Remove(line.Number, line.Text, inHead ? "标题重复" : "同一行重复");
            else
                kept.Add(line);
        }
        draft.Lines = kept;
    }

    private static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c)))
            key.Append(c);
        return key.ToString();
    }
}
