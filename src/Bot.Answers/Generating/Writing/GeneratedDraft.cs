using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Answers.Composing;
using Bot.Answers.Finding;
using Bot.Answers.Grounding;
using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>An answer as its checked sentences are put together. Every method gives the text that it adds.</summary>
internal sealed partial class GeneratedDraft(ExplainedAnswer found, ImmutableArray<Source> sources)
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _meaning = new();
    private readonly CitationBook _book = new();
    private readonly Scope? _scope = found.Whole.Scope;

    /// <summary>Whether anything of the model's stands in it.</summary>
    public bool IsGenerated { get; private set; }

    public string Text => _text.ToString();

    /// <summary>What it says, in Chinese words too where it is in English.</summary>
    public string Said => _meaning.Length == 0 ? Text : $"{Text}\n{_meaning}";

    /// <summary>A sentence that the check let pass.</summary>
    public string Add(DraftSentence sentence)
    {
        IsGenerated = true;
        var label = Label(sentence);
        var written = sentence.Write((s, source) => _book.Mark(source, s.Said));
        // English sentences are parted by blanks.
        if (sentence.Meaning is { } meaning)
        {
            _meaning.AppendLine(meaning);
            if (sentence.Lead.Length == 0 && _text.Length > 0)
                label = " " + label;
        }
        return Append(written[..sentence.Lead.Length] + label + written[sentence.Lead.Length..]);
    }

    /// <summary>Whether the sentence speaks of the time and the status asked about.</summary>
    public bool MayQuote(EvidenceSentence sentence) => _scope is null || SourceFinder.Fits(sentence, _scope);

    /// <summary>The source's own sentence in place of one that failed; empty when it stands there already.</summary>
    public string Quote(string lead, Source source, EvidenceSentence sentence)
    {
        var quoted = PersonalData.Mask(sentence.Text.Trim());
        var body = quoted.TrimEnd('。', '；', ';');
        if (Text.Contains(body, StringComparison.Ordinal))
            return "";
        var opening = _scope is null ? "" : Statement.Opening(sentence, _scope, quoted, found.Reading.IsEnglish);
        return Append(lead + opening + Statement.Closed(quoted, _book.Mark(source, quoted)));
    }

    /// <summary>A line of the extractive answer as it stands, with this answer's numbers.</summary>
    public string Keep(string line)
    {
        var renumbered = Marker().Replace(line, m => Given(m) is { } source ? _book.Mark(source, Marker().Replace(line, "")) : "");
        return Append("\n" + renumbered);
    }

    public Answer Finished()
    {
        var old = found.Answer;
        var figures = old.Figures
            .Where(f => _book.NumberOf(f.Citation) is not null && old is Answer.Answered)
            .Select(f => f with { Citation = _book.NumberOf(f.Citation)!.Value }) // just asked
            .ToImmutableArray();
        return new Answer.Answered(
            old.Id, Text, AnswerMode.Generative, _book.Citations, old is Answer.Answered ? old.Computed : [], figures, old.FollowUps)
        {
            Chart = old.Chart is { } chart ? Renumbered(chart) : null,
        };
    }

    private Source? Given(Match marker) =>
        sources.FirstOrDefault(s => s.Given is not null && s.Number == int.Parse(marker.Groups["n"].Value, CultureInfo.InvariantCulture));

    // A chart without its citations would be figures without sources.
    private Chart? Renumbered(Chart chart) => chart.Series.SelectMany(s => s.Points).Any(p => _book.NumberOf(p.Citation) is null)
        ? null
        : chart with
        {
            Series = [.. chart.Series.Select(s => s with { Points = [.. s.Points.Select(p => p with { Citation = _book.NumberOf(p.Citation)!.Value })] })], // just asked
        };

    // Where the sources speak of several places or years, a figure must say which one it is of.
    private string Label(DraftSentence sentence)
    {
        if (sentence.Cited is not [var source, ..] || source.Sentences.IsEmpty || NumberScanner.Scan(sentence.Said).IsEmpty)
            return "";
        var isPlaced = sources.Select(s => s.Metadata.Region).Distinct().Count() < 2 || Gazetteer.Default.FindIn(sentence.Said).Count > 0
            || sentence.Cited.Select(s => s.Metadata.Region).Distinct().Count() > 1;
        var isDated = sources.Select(s => s.Metadata.SummaryYear).Distinct().Count() < 2 || Year().IsMatch(sentence.Text);
        var own = Bigrams.Of(TextFolding.Fold(sentence.Said));
        var nearest = source.Sentences.OrderBy(s => NumberSet.Of(s.Text).Missing(sentence.Said).Length).ThenByDescending(s => Bigrams.Of(s.Folded).Count(own.Contains)).First();
        var year = isDated ? null : Statement.YearOf(nearest, _scope?.Years ?? []);
        return Wording.Label(isPlaced ? null : source.Metadata.Region, year, isPlan: false, sentence.Said, found.Reading.IsEnglish);
    }

    private string Append(string text)
    {
        if (_text.Length == 0)
            text = text.TrimStart('\n');
        _text.Append(text);
        return text;
    }

    [GeneratedRegex(@"\[(?<n>\d{1,3})\]")]
    private static partial Regex Marker();

    [GeneratedRegex(@"(?:19|20)\d\d")]
    private static partial Regex Year();
}
