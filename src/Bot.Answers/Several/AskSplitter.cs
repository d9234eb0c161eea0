using System.Collections.Immutable;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Several;

/// <summary>Splits a message into the things it asks for; each takes place and time over from those before it.</summary>
internal sealed class AskSplitter(QuestionReader reader, QuestionWords words)
{
    /// <summary>Answered at once; what a message asks beyond them is named as left over.</summary>
    public const int Most = 8;

    private static readonly ImmutableArray<string> RelativeYears = ["lastyear", "thisyear", "nextyear"];

    /// <param name="message">The person's words.</param>
    /// <param name="names">Regions of the reports, for names that no gazetteer lists.</param>
    public ImmutableArray<Ask> Split(string message, ImmutableArray<string> names)
    {
        var pieces = AskCutter.Cut(QuestionReader.CapitalsKept(message, TextFolding.Fold(message))).SelectMany(p => JoinedSubjects.Split(p, reader.Read(p))).ToImmutableArray();
        if (pieces.Length < 2)
            return [];
        var asks = ImmutableArray.CreateBuilder<Ask>();
        var (place, time) = ("", "");
        foreach (var piece in pieces)
        {
            var ownPlace = PlaceIn(piece, names);
            var ownTime = TimeIn(piece);
            var said = piece.Trim(' ', ',');
            var inheritsTime = ownTime.Length == 0 && time.Length > 0;
            asks.Add(new Ask(
                said,
                Joined(ownPlace.Length > 0 ? "" : place, ownTime.Length > 0 ? "" : time, said),
                inheritsTime ? Joined(ownPlace.Length > 0 ? "" : place, "", said) : null));
            (place, time) = (ownPlace.Length > 0 ? ownPlace : place, ownTime.Length > 0 ? ownTime : time);
        }

        return asks.ToImmutable();
    }

    // Latin words need a space between them, Chinese ones none.
    private static string Joined(params IEnumerable<string> parts) => parts.Aggregate((joined, part) =>
        joined.Length > 0 && part.Length > 0 && char.IsAscii(joined[^1]) && char.IsAscii(part[0]) ? joined + " " + part : joined + part);

    private string PlaceIn(string piece, ImmutableArray<string> names)
    {
        var spans = reader.Read(piece).Regions.Where(r => !r.IsGuess && (names.Any(r.Region.IsCalled) || !words.IsPartOfName(TextFolding.Fold(piece), r.Span))).Select(r => r.Span.Of(piece))
            .Concat(names.Where(n => piece.Contains(n, StringComparison.OrdinalIgnoreCase)));
        // 南通的县级市: which of its places is meant belongs to the place.
        var within = words.Find("within", TextFolding.Fold(piece)).Select(w => w.Value).Where(w => !w.StartsWith('哪') && !w.StartsWith("which", StringComparison.Ordinal));
        var places = string.Join('和', spans.Distinct());
        return places.Length == 0 ? "" : Joined([places, .. within]);
    }

    private string TimeIn(string piece)
    {
        var (_, years) = YearReader.Read(piece);
        if (years.Length > 0)
            return string.Join('和', years.OrderBy(y => y.Start).Select(y => y.Of(piece)).Distinct());
        return RelativeYears
            .SelectMany(list => words.Find(list, TextFolding.Fold(piece)))
            .Where(f => f.Span.Start == 0 || piece[f.Span.Start - 1] is not ('比' or '较'))
            .Select(f => f.Value)
            .FirstOrDefault() ?? "";
    }
}
