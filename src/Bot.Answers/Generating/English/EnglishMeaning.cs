using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>
/// Says an English sentence in the words of the Chinese paragraphs that it cites, so that the same check holds for both languages. A word
/// that is not known, or that no word of the paragraphs stands for, can't be said.
/// </summary>
internal sealed partial class EnglishMeaning(EnglishVocabulary vocabulary)
{
    /// <summary>The sentence with Chinese segments; null when it can't be said.</summary>
    /// <param name="fault">Why not, in English; null when it can.</param>
    public DraftSentence? Of(DraftSentence sentence, out string? fault)
    {
        var segments = ImmutableArray.CreateBuilder<Segment>(sentence.Segments.Length);
        fault = null;
        foreach (var segment in sentence.Segments)
        {
            if (Write(segment, out fault) is not { } text)
                return null;
            segments.Add(segment with { Text = segments.Count == 0 ? text : "，" + text });
        }
        return sentence with { Segments = segments.MoveToImmutable(), Text = string.Concat(segments.Select(s => s.Text)) };
    }

    private string? Write(Segment segment, out string? fault)
    {
        var statements = Read(segment, out fault);
        if (fault is not null)
            return null;
        var text = new List<string>();
        foreach (var statement in statements.Where(s => !s.IsEmpty))
        {
            if (statement.Write(segment.Cited, out fault) is not { } meaning)
                return null;
            text.Add(meaning);
        }
        return string.Join('，', text);
    }

    private List<EnglishStatement> Read(Segment segment, out string? fault)
    {
        fault = null;
        var statements = new List<EnglishStatement> { new() };
        var tokens = EnglishTokens.Of(segment.Text);
        for (var i = 0; i < tokens.Length && fault is null; i++)
        {
            var current = statements[^1];
            switch (tokens[i])
            {
                case EnglishToken.Pause:
                case EnglishToken.Word { Text: "and" or "while" or "with" or "bringing" } when current.HasNumber && IsBeforeNumber(tokens, i):
                    statements.Add(new());
                    break;
                case EnglishToken.Place place:
                    current.Add(place);
                    break;
                case EnglishToken.Year year:
                    current.Add(year);
                    break;
                case EnglishToken.Part part:
                    current.Add(part);
                    break;
                case EnglishToken.Number number:
                    if (!current.Add(number))
                        fault = $"“{number.Written}”: one figure to each clause, please";
                    break;
                case EnglishToken.Chinese chinese:
                    current.Add(chinese.Text, new EnglishEntry([chinese.Text], IsFree: true, []));
                    break;
                case EnglishToken.Odd odd when IsNameIn(odd.Text, segment):
                    current.Add(odd.Text, new EnglishEntry([odd.Text], IsFree: true, []));
                    break;
                case EnglishToken.Odd odd:
                    fault = $"“{odd.Text}” can't be checked";
                    break;
                case EnglishToken.Word word:
                    i += Take(current, tokens, i, word, segment, out fault) - 1;
                    break;
            }
        }
        return statements;
    }

    /// <returns>How many words were taken.</returns>
    private int Take(EnglishStatement current, ImmutableArray<EnglishToken> tokens, int at, EnglishToken.Word word, Segment segment, out string? fault)
    {
        fault = null;
        var words = tokens.Skip(at).TakeWhile(t => t is EnglishToken.Word).Cast<EnglishToken.Word>().ToList();
        if (vocabulary.LongestAt([.. words.Select(w => w.Text)], 0) is var (entry, count))
        {
            current.Add(string.Join(' ', words.Take(count).Select(w => w.Written)), entry);
            return count;
        }
        if (IsNameIn(word.Written, segment))
            current.Add(word.Written, new EnglishEntry([word.Written], IsFree: true, []));
        else
            fault = $"“{word.Written}” can't be checked against the Chinese paragraph; use plainer words, or the Chinese name in quotation marks";
        return 1;
    }

    // R&D, G60, VOC: written in the report as they are here.
    private static bool IsNameIn(string word, Segment segment) =>
        Latin().IsMatch(word)
        && segment.Cited.Any(s => Regex.IsMatch(s.Shown, $"(?<![A-Za-z0-9]){Regex.Escape(word)}(?![A-Za-z0-9])", RegexOptions.CultureInvariant));

    // Not "in 2022 and in Shaoxing": only where another figure follows before the next pause.
    private static bool IsBeforeNumber(ImmutableArray<EnglishToken> tokens, int at) =>
        tokens.Skip(at + 1).TakeWhile(t => t is not EnglishToken.Pause).Any(t => t is EnglishToken.Number);

    [GeneratedRegex("[A-Z0-9]")]
    private static partial Regex Latin();
}
