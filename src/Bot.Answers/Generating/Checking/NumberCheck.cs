using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Finding;
using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>
/// Whether every number of a claim stands in what it cites, counting the same thing: same unit, same kind (new, total, growth, share),
/// same status, qualifiers kept, same year and region.
/// </summary>
internal sealed partial class NumberCheck(ClaimWords words)
{
    /// <param name="before">The sentence up to the segment.</param>
    /// <param name="years">The years asked about; empty: any.</param>
    /// <param name="used">Gets where the numbers were found.</param>
    /// <returns>Why it doesn't hold, in Chinese; null when it does.</returns>
    public string? Fault(Segment segment, string before, ImmutableArray<int> years, ICollection<Occurrence> used)
    {
        foreach (var place in NumberPlace.In(segment.Text))
        {
            var shown = place.Number.Span.Of(segment.Text);
            if (place.Number.Kind is NumberKind.Label && place.Number.IsChinese)
                continue;
            if (place.Number.Kind is NumberKind.Date)
            {
                if (!IsDated(place.Number, segment))
                    return $"“{shown}”不在所引段落所写的时间之中";
                continue;
            }
            string? fault = null;
            var isFound = false;
            foreach (var occurrence in segment.Cited.SelectMany(s => s.Numbers).Where(o => o.Place.Number.Canonical == place.Number.Canonical))
            {
                fault = Conflict(place, before + segment.Text, before + place.Before, occurrence, segment.Cited, years);
                if (fault is not null)
                    continue;
                isFound = true;
                used.Add(occurrence);
            }
            if (!isFound)
                return fault ?? $"数字“{shown}”不在所引段落中";
        }
        return OddNumeral(segment);
    }

    private string? Conflict(NumberPlace place, string sentence, string before, Occurrence source, ImmutableArray<Source> cited, ImmutableArray<int> years)
    {
        var shown = place.Number.Scaled.ToString(CultureInfo.InvariantCulture);
        if (source.Place.Unit is { } unit && place.Unit is { } own && unit != own)
            return $"{shown}的单位与原文不同";
        var around = Folded(place.Around);
        var there = Folded(source.Place.Around);
        if (words.Added(around, there) is { } added && !IsInherited(added, source))
            return $"原文没有说{shown}是“{added}”";
        if (words.LeftOut(around, there) is { } left)
            return $"漏了原文与{shown}相连的“{left}”";
        // 128家（2022年）: what stands in brackets behind the number speaks of it too.
        var told = before + Gloss().Match(sentence[Math.Min(sentence.Length, before.Length + place.Number.Span.Length)..]).Value;
        return Status(place, sentence, source, shown) ?? Time(told, sentence, source, years, shown) ?? Region(told, source, cited, shown) ?? Subject(place, before, source, shown);
    }

    // A word that tells the kind of a number must stand beside it in the source too; any other, anywhere in its sentence.
    private bool IsInherited(string word, Occurrence source) =>
        words.Added(word, source.Sentence.Folded) is null && words.LeftOut("", word) is null;

    private string? Status(NumberPlace place, string sentence, Occurrence source, string shown)
    {
        var claim = Folded(sentence);
        var there = source.Sentence.Folded;
        if (source.IsTarget)
        {
            if (!words.Target.IsMatch(claim))
                return $"{shown}是计划目标，须写明";
            return words.Done.Match(Folded(place.Around)) is { Success: true } done && !words.Done.IsMatch(there) ? $"{shown}是计划目标，不是“{done.Value}”" : null;
        }
        return words.Target.Match(claim) is { Success: true } target && !words.Target.IsMatch(there) ? $"{shown}是结果，原文没有“{target.Value}”" : null;
    }

    private string? Time(string before, string sentence, Occurrence source, ImmutableArray<int> years, string shown)
    {
        if (words.Partial.IsMatch(Folded(source.Place.Own)) && !words.Partial.IsMatch(Folded(sentence)))
            return $"{shown}只是部分时间或口径的数字，须照原文写明";
        if (source.Figure?.Period is { IsPartial: true } && !words.Partial.IsMatch(Folded(sentence)))
            return $"{shown}只是部分月份的数字，须照原文写明";
        var said = Years(before);
        if (said.Count > 0)
            return SpeaksOf(source, said[^1]) ? null : $"{shown}不是{said[^1]}年的数字";
        return years.IsEmpty || years.Any(y => SpeaksOf(source, y)) ? null : $"{shown}不是所问年份的数字，须写明年份";
    }

    private static bool SpeaksOf(Occurrence source, int year)
    {
        if (source.Figure?.Period is { } period)
            return period.Covers(year);
        var own = source.Sentence.Sentence.Years;
        return own.IsEmpty ? source.Stored().Years.Contains(year) || source.Stored().Years.IsEmpty : own.Contains(year);
    }

    private static string? Region(string before, Occurrence source, ImmutableArray<Source> cited, string shown)
    {
        if (Gazetteer.Default.FindIn(before).LastOrDefault(m => !m.IsGuess) is not { } last)
            return cited.Select(s => s.Metadata.Region).Distinct().Count() < 2 ? null : $"须在{shown}之前写明地区";
        var said = last.Region.Name;
        var real = source.Figure?.Region;
        if (real is not null && (real.Contains(said, StringComparison.Ordinal) || said.Contains(real, StringComparison.Ordinal)))
            return null;
        if ((real is null || real == source.Source.Metadata.Region) && (source.Source.Metadata.Region == said || source.Sentence.Text.Contains(before.AsSpan(last.Span.Start, last.Span.Length), StringComparison.Ordinal)))
            return null;
        return $"{shown}不是{said}的数字";
    }

    // The noun that is counted must be the source's, and words that belong to another number of the paragraph must not stand here.
    private string? Subject(NumberPlace place, string before, Occurrence source, string shown)
    {
        var claim = Bigrams.Of(words.Subject(Folded(before)) + " " + words.Subject(Folded(place.After)));
        var subject = SubjectOf(source);
        if (subject.Count > 0 && !subject.Overlaps(claim))
            return $"{shown}在原文中说的不是这件事";
        var near = Bigrams.Of(words.Frame.Replace(Folded(WithoutPlaces(place.Around)), " "));
        var there = Bigrams.Of(Folded(source.Place.Before) + Folded(source.Place.After));
        foreach (var other in source.Source.Numbers)
        {
            if (other.Place.Number.Canonical == source.Place.Number.Canonical || other.Place.Unit != source.Place.Unit)
                continue;
            if (Bigrams.Of(words.Frame.Replace(Folded(WithoutPlaces(other.Place.Own)), " ")).FirstOrDefault(w => near.Contains(w) && !there.Contains(w)) is { } foreign)
                return $"“{foreign}”在原文中说的是另一个数字，不是{shown}";
        }
        return null;
    }

    // Which place it is, is checked by itself.
    private static string WithoutPlaces(string text)
    {
        foreach (var mention in Gazetteer.Default.FindIn(text).Where(m => !m.IsGuess).OrderByDescending(m => m.Span.Start))
            text = text.Remove(mention.Span.Start, mention.Span.Length).Insert(mention.Span.Start, " ");
        return text;
    }

    // The last words of the nearest stretch before the number that says anything; else those behind it.
    private HashSet<string> SubjectOf(Occurrence source)
    {
        var places = source.Source.Numbers.Where(o => ReferenceEquals(o.Sentence, source.Sentence)).Select(o => o.Place).ToList();
        for (var i = places.IndexOf(source.Place); i >= 0; i--)
        {
            var runs = words.Subject(Folded(places[i].Own)).Split([' ', ',', '、', ';', ':', '(', ')', '“', '”'], StringSplitOptions.RemoveEmptyEntries);
            if (runs.LastOrDefault(r => Bigrams.Of(r).Count > 0) is { } last)
                return Bigrams.Of(last.Length > 4 && !char.IsAscii(last[^1]) ? last[^4..] : last);
            if (i == places.IndexOf(source.Place) && Bigrams.Of(words.Subject(Folded(places[i].After))) is { Count: > 0 } after)
                return after;
        }
        return [];
    }

    private static bool IsDated(WrittenNumber number, Segment segment) =>
        segment.Cited.Any(s => NumberSet.Of(s.Text).Contains(number) || (CalendarYearOf(number) is { } year
            && (s.Stored.Paragraph.Years.Contains(year) || s.Sentences.Any(e => e.Sentence.Years.Contains(year)) || s.Stored.Figures.Any(f => f.Period is { } p && p.Covers(year)))));

    private static int? CalendarYearOf(WrittenNumber number) => number.Scaled is >= 1900 and <= 2100 && decimal.IsInteger(number.Scaled) ? (int)number.Scaled : null;

    private static List<int> Years(string text) =>
        [.. NumberScanner.Scan(text).Where(n => n.Kind is NumberKind.Date).Select(CalendarYearOf).OfType<int>()];

    // ①, Ⅳ, ٣: no writing of numbers in reports but in their lists.
    private static string? OddNumeral(Segment segment) => segment.Text.FirstOrDefault(c =>
            char.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            && c is not (>= '0' and <= '9' or >= '０' and <= '９' or '〇')
            && !segment.Cited.Any(s => s.Text.Contains(c, StringComparison.Ordinal))) is not '\0' and var odd ? $"“{odd}”不是原文的写法" : null;

    private static string Folded(string text) => TextFolding.Fold(text);

    [GeneratedRegex(@"^[^，,；;。\d]{0,8}[（(][^（）()]{0,20}[)）]")]
    private static partial Regex Gloss();
}

file static class Places
{
    public static Paragraph Stored(this Occurrence occurrence) => occurrence.Source.Stored.Paragraph;
}
