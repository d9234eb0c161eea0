using System.Text;

namespace Bot.Answers.Generating;

/// <summary>Cuts a stream of text into sentences, each with the markers that follow its end mark.</summary>
/// <param name="isEnglish">A point before a blank ends a sentence.</param>
internal sealed class SentenceCutter(bool isEnglish)
{
    // Nobody writes longer; what never ends is cut.
    private const int Longest = 1200;

    private const string Ends = "。！？!?";
    private const string Closers = "”’」』》）)\"";

    private readonly StringBuilder _held = new();

    /// <summary>The sentences that the new text completes; each keeps the line break before it.</summary>
    public IEnumerable<string> Add(string text)
    {
        _held.Append(text.Replace("\r", "", StringComparison.Ordinal));
        while (End(_held.ToString()) is > 0 and var end)
        {
            var sentence = _held.ToString(0, end);
            _held.Remove(0, end);
            yield return sentence;
        }
    }

    /// <summary>What is left at the end of the text.</summary>
    public string Rest()
    {
        var rest = _held.ToString();
        _held.Clear();
        return rest;
    }

    private bool IsEnd(string text, int at) =>
        Ends.Contains(text[at], StringComparison.Ordinal)
        || (isEnglish && text[at] == '.' && at + 1 < text.Length && text[at + 1] is ' ' or '\n' or '[' or '［' or '【' or '”' or '"');

    // 0: not complete yet. What follows an end mark decides whether it is one: a marker belongs to the sentence.
    private int End(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' && text.AsSpan(0, i).Trim().Length > 0)
                return i;
            if (!IsEnd(text, i))
                continue;
            var at = i + 1;
            while (true)
            {
                while (at < text.Length && (Closers.Contains(text[at], StringComparison.Ordinal) || Ends.Contains(text[at], StringComparison.Ordinal) || text[at] == ' '))
                    at++;
                if (at == text.Length)
                    return 0;
                if (text[at] is not ('[' or '［' or '【' or '〔'))
                    return at;
                var close = text.IndexOfAny([']', '］', '】', '〕'], at);
                if (close < 0)
                    return text.Length - at > 24 ? at : 0;
                at = close + 1;
            }
        }
        return text.Length > Longest ? text.Length : 0;
    }
}
