using System.Text.RegularExpressions;

namespace Bot.Answers.Generating;

/// <summary>Words as pairs of neighbouring Chinese characters, and Latin words whole. Texts are folded.</summary>
internal static partial class Bigrams
{
    public static HashSet<string> Of(string text)
    {
        var pairs = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match run in Run().Matches(text))
        {
            if (char.IsAscii(run.Value[0]))
                pairs.Add(run.Value);
            else
                for (var i = 0; i + 1 < run.Length; i++)
                    pairs.Add(run.Value.Substring(i, 2));
        }
        return pairs;
    }

    /// <summary>How much of the first the second holds: 0 to 1; 1 for a text without words.</summary>
    public static double Share(string text, HashSet<string> source)
    {
        var own = Of(text);
        return own.Count == 0 ? 1 : own.Count(source.Contains) / (double)own.Count;
    }

    /// <summary>The first word that the source lacks: two or more Chinese characters none of which stands there beside a neighbour of its own; null: none.</summary>
    public static string? Foreign(string text, HashSet<string> source)
    {
        foreach (Match run in Run().Matches(text))
        {
            if (char.IsAscii(run.Value[0]))
            {
                if (!source.Contains(run.Value))
                    return run.Value;
                continue;
            }
            var from = 0;
            for (var i = 0; i <= run.Length; i++)
            {
                var isKnown = i < run.Length
                    && ((i > 0 && source.Contains(run.Value.Substring(i - 1, 2))) || (i + 1 < run.Length && source.Contains(run.Value.Substring(i, 2))));
                if (i < run.Length && !isKnown)
                    continue;
                if (i - from > 1)
                    return run.Value[from..i];
                from = i + 1;
            }
        }
        return null;
    }

    [GeneratedRegex(@"[\u3400-\u9fff]+|[a-z&]+")]
    private static partial Regex Run();
}
