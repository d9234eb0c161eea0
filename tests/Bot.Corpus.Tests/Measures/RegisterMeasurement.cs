using System.Globalization;
using Xunit.Abstractions;

namespace Bot.Corpus.Tests.Measures;

/// <summary>
/// Counts, field by field, how far a read register agrees with an annotated one, and prints every miss. Amounts and conditions are
/// told by their place in the text: kind and value must agree there; "condition (place)" asks for the place alone. A read condition that nothing
/// known fits (Unread) counts as Other. "condition (cases aside)" leaves out those read from the words that tell one annotated amount from
/// the next (首次认定的20万元, 重新认定的8万元), where the annotation has them as the amount's alone.
/// </summary>
internal sealed class RegisterMeasurement(ITestOutputHelper output)
{
    private readonly SortedDictionary<string, (int Right, int Read, int Wanted, int Found)> _fields = new(StringComparer.Ordinal);

    /// <summary>Part of what was read that a person read too.</summary>
    public double Precision(string field) => _fields[field] is var f && f.Read == 0 ? 1 : (double)f.Right / f.Read;

    /// <summary>Part of what a person read that was read too.</summary>
    public double Recall(string field) => _fields[field] is var f && f.Wanted == 0 ? 1 : (double)f.Found / f.Wanted;

    public IEnumerable<string> Fields => _fields.Keys;

    public void Add(AnnotatedRegister annotated, Report report)
    {
        var places = new AnnotatedPlaces(report.Text);
        output.WriteLine($"## {annotated.Document}");
        AddValidity(annotated, report);
        AddMeasures(annotated, report, places);
        AddAmounts(annotated, report, places);
        AddConditions(annotated, report, places);
    }

    public void Print()
    {
        foreach (var (field, f) in _fields)
            output.WriteLine($"{field,-22} precision {Precision(field):P1} ({f.Right}/{f.Read}) recall {Recall(field):P1} ({f.Found}/{f.Wanted})");
    }

    private void AddValidity(AnnotatedRegister annotated, Report report)
    {
        var read = report.Measures.IsEmpty ? Validity.NotWritten : report.Measures[0].Validity;
        Compare("validity", annotated.ValidFrom, read.From, "from");
        Compare("validity", annotated.ValidTo, read.To, "to");
        var wanted = annotated.Repeals.Select(Plain).ToList();
        var named = read.Repeals.Select(r => Plain(r.Title)).ToList();
        Count("validity", read: named.Count, right: named.Count(n => wanted.Exists(w => w.Contains(n, StringComparison.Ordinal))), wanted: wanted.Count, found: wanted.Count(w => named.Exists(n => w.Contains(n, StringComparison.Ordinal))));
        if (wanted.Count != named.Count)
            output.WriteLine($"REPEALS wanted {string.Join(';', wanted)} read {string.Join(';', named)}");
    }

    private void AddMeasures(AnnotatedRegister annotated, Report report, AnnotatedPlaces places)
    {
        var met = new HashSet<int>();
        foreach (var wanted in annotated.Measures)
        {
            var anchor = places.Find(wanted.Anchor);
            anchor.ShouldNotBeNull(wanted.Anchor);
            var read = Best(report, wanted, anchor.Value, places);
            foreach (var touched in report.Measures.Where(m => m.Span.Overlaps(anchor.Value) || m == read))
                met.Add(touched.Number);
            var isRight = read?.Instrument.ToString() == wanted.Instrument;
            Count("instrument", read is null ? 0 : 1, isRight ? 1 : 0, 1, isRight ? 1 : 0);
            if (!isRight)
                output.WriteLine($"INSTRUMENT {wanted.Id} {wanted.Name}: wanted {wanted.Instrument}, read {read?.Instrument.ToString() ?? "no measure"}");
            AddBeneficiary(wanted, read);
        }
        foreach (var extra in report.Measures.Where(m => !met.Contains(m.Number) && !IsInside(annotated, places, m, report)))
        {
            Count("instrument", 1, 0, 0, 0);
            output.WriteLine($"EXTRA MEASURE {extra.Name} [{extra.Instrument}] {Short(extra.Span.Of(report.Text))}");
        }
    }

    // A further sentence of an annotated measure, read by itself.
    private static bool IsInside(AnnotatedRegister annotated, AnnotatedPlaces places, Measure read, Report report) =>
        annotated.Measures.Any(wanted => places.Find(wanted.Anchor) is { } anchor
            && wanted.Amounts.Any(a => places.Find(a.Text, anchor.Start) is { } at && at.Overlaps(read.Span)));

    private static Measure? Best(Report report, AnnotatedMeasure wanted, TextSpan anchor, AnnotatedPlaces places)
    {
        var amounts = wanted.Amounts.Select(a => places.Find(a.Text, anchor.Start)).OfType<TextSpan>().ToArray();
        return report.Measures
            .Where(m => m.Span.Overlaps(anchor) || Array.Exists(amounts, a => m.Amounts.Any(own => own.Span.Overlaps(a))))
            .OrderByDescending(m => amounts.Count(a => m.Amounts.Any(own => own.Span.Overlaps(a)))).ThenBy(m => m.Number).FirstOrDefault();
    }

    private void AddBeneficiary(AnnotatedMeasure wanted, Measure? read)
    {
        var named = read?.Beneficiary?.Text;
        var isRight = wanted.Beneficiary is { } who && named is not null && Agree(Plain(who), Plain(named));
        Count("beneficiary", named is null ? 0 : 1, isRight ? 1 : 0, wanted.Beneficiary is null ? 0 : 1, isRight ? 1 : 0);
        if (!isRight && (named is not null || wanted.Beneficiary is not null))
            output.WriteLine($"BENEFICIARY {wanted.Id}: wanted {wanted.Beneficiary}, read {named}");
    }

    // The same words, one within the other, or one of several named side by side.
    private static bool Agree(string wanted, string read) =>
        wanted.Contains(read, StringComparison.Ordinal) || read.Contains(wanted, StringComparison.Ordinal)
        || wanted.Split('、', '和', '及', '或').Any(w => w.Length > 1 && read.Split('、', '和', '及', '或').Any(r => r.Length > 1 && (r.EndsWith(w, StringComparison.Ordinal) || w.EndsWith(r, StringComparison.Ordinal))));

    private void AddAmounts(AnnotatedRegister annotated, Report report, AnnotatedPlaces places)
    {
        var wanted = annotated.Measures
            .SelectMany(m => m.Amounts.Select(a => (Measure: m, Amount: a, At: places.Find(a.Text, places.Find(m.Anchor)!.Value.Start))))
            .ToList();
        var read = report.Measures.SelectMany(m => m.Amounts).DistinctBy(a => (a.Span, a.Kind)).ToList();
        var right = 0;
        foreach (var (measure, amount, at) in wanted)
        {
            at.ShouldNotBeNull(amount.Text);
            var match = read.Find(r => r.Span.Overlaps(at.Value) && IsSame(amount, r));
            // 期限最长两年 stands in the register as years of the amounts it limits.
            if (match is null && amount.Unit is "年" or "个月" && report.Measures.Any(m => m.Span.Overlaps(at.Value) && m.Amounts.Any(a => a.Years == (amount.Unit == "年" ? amount.Value : amount.Value / 12))))
            {
                right++;
                continue;
            }
            if (match is null)
            {
                output.WriteLine($"AMOUNT {measure.Id} missing {amount.Kind} {amount.Value}{amount.Unit} [{amount.From},{amount.To}] in {amount.Text}");
                continue;
            }
            read.Remove(match);
            right++;
        }
        foreach (var extra in read)
            output.WriteLine($"AMOUNT extra {extra.Kind} {extra.Value}{extra.Unit} {(extra.Tier is { } t ? $"[{t.From},{t.To}]" : "")} in …{Around(report, extra.Span)}");
        Count("amount", right + read.Count, right, wanted.Count, right);
    }

    private static bool IsSame(AnnotatedAmount wanted, MeasureAmount read)
    {
        var value = MoneyUnit.Yuan(wanted.Value, wanted.Unit) ?? wanted.Value;
        if (value != (MoneyUnit.Yuan(read.Value, read.Unit) ?? read.Value))
            return false;
        if (wanted.Kind == "Tier")
            return SameBound(wanted.From, wanted, read.Tier?.From, read) && SameBound(wanted.To, wanted, read.Tier?.To, read);
        // 不超过…的20%: a rate and a limit at once.
        return wanted.Kind == read.Kind.ToString() || (wanted.Unit == "%" && wanted.Kind is "Ceiling" or "Rate" && read.Kind is AmountKind.Ceiling or AmountKind.Rate);
    }

    private static bool SameBound(decimal? wanted, AnnotatedAmount amount, decimal? read, MeasureAmount own) =>
        wanted is null || (read is { } bound && (wanted == bound || own.Tier is { } tier && wanted * 10000 == MoneyUnit.Yuan(bound, tier.Unit)));

    private void AddConditions(AnnotatedRegister annotated, Report report, AnnotatedPlaces places)
    {
        var wanted = annotated.Measures
            .SelectMany(m => m.Conditions.Select(c => (m.Id, Condition: c, At: Places(c, StretchOf(annotated, m, places, report), places))))
            .Concat(annotated.GeneralConditions.Select(c => (Id: "general", Condition: c, At: Places(c, new(0, report.Text.Length), places)))).ToList();
        var read = report.Measures.SelectMany(m => m.Conditions).DistinctBy(c => (c.Span, c.Kind)).ToList();
        var steps = report.Measures.SelectMany(m => m.Amounts).Select(a => a.Tier).OfType<AmountTier>().ToList();
        var found = new List<TextSpan>();
        var cases = annotated.Measures.SelectMany(m => m.Amounts.Select(a => places.Find(a.Text, places.Find(m.Anchor)!.Value.Start))).OfType<TextSpan>().ToList();
        IEnumerable<MeasureCondition> InMeasure(string id) => annotated.Measures.FirstOrDefault(m => m.Id == id) is { } wantedMeasure
            ? Best(report, wantedMeasure, places.Find(wantedMeasure.Anchor)!.Value, places)?.Conditions ?? []
            : [];
        foreach (var (id, condition, at) in wanted)
        {
            var isFound = read.Exists(r => at.Exists(r.Span.Overlaps) && IsSame(condition, r))
                || InMeasure(id).Any(r => r.Kind.ToString() == condition.Kind && IsNamed(condition, r, report))
                // The lower end of a scale is a condition said as a step.
                || steps.Exists(s => at.Exists(s.Span.Overlaps) && s.Of.ToString() == condition.Kind && decimal.TryParse(condition.Value, out var from) && from == s.From);
            if (isFound)
                found.AddRange(at);
            Count("condition", 0, 0, 1, isFound ? 1 : 0);
            Count("condition (cases aside)", 0, 0, 1, isFound ? 1 : 0);
            if (condition.Kind != "Other")
                Count("condition (kinds)", 0, 0, 1, isFound ? 1 : 0);
            Count("condition (place)", 0, 0, 1, isFound || read.Exists(r => at.Exists(r.Span.Overlaps)) ? 1 : 0);
            if (!isFound)
                output.WriteLine($"CONDITION {id} missing {condition.Kind} {condition.Operator}{condition.Value}{condition.Unit} «{condition.Text}» read {string.Join(" ", read.Where(r => at.Exists(r.Span.Overlaps)).Select(r => $"{r.Kind} {r.Value}{r.Unit}"))}");
        }
        foreach (var condition in read)
        {
            var isRight = wanted.Exists(w => w.At.Exists(condition.Span.Overlaps) && IsSame(w.Condition, condition))
                // One entry may name several that stand apart: 国际标准、国家标准、行业标准.
                || wanted.Exists(w => w.Condition.Kind == condition.Kind.ToString() && IsNamed(w.Condition, condition, report) && InMeasure(w.Id).Contains(condition));
            var isPlaced = isRight || wanted.Exists(w => w.At.Exists(condition.Span.Overlaps));
            Count("condition (place)", 1, isPlaced ? 1 : 0, 0, 0);
            // A part of a fragment that was found whole (首次 of 首次通过认定的高新技术企业) is neither right nor wrong.
            if (!isRight && found.Exists(f => f.Contains(condition.Span)))
                continue;
            Count("condition", 1, isRight ? 1 : 0, 0, 0);
            if (isRight || isPlaced || condition.Branch == 0 || !cases.Exists(c => c.Contains(condition.Span)))
                Count("condition (cases aside)", 1, isRight ? 1 : 0, 0, 0);
            if (condition.Kind is not (ConditionKind.Other or ConditionKind.Unread))
                Count("condition (kinds)", 1, isRight ? 1 : 0, 0, 0);
            if (!isRight)
                output.WriteLine($"CONDITION extra {(isPlaced ? "(placed)" : "")} {condition.Kind} {condition.Operator} {condition.Value}{condition.Unit} «{condition.Span.Of(report.Text)}» in …{Around(report, condition.Span)}");
        }
    }

    private static bool IsNamed(AnnotatedCondition annotated, MeasureCondition read, Report report) =>
        annotated.Operator is "in" or "=" && annotated.Value is { Length: > 1 } names
        && Plain(read.Span.Of(report.Text)).Split('、', '和', '或', '及').Any(word => word.Length > 1 && (names.Contains(word, StringComparison.Ordinal) || names.Split('、').Any(n => n.Length > 1 && word.Contains(n, StringComparison.Ordinal))));

    private static List<TextSpan> Places(AnnotatedCondition condition, TextSpan stretch, AnnotatedPlaces places)
    {
        var at = places.FindAll(condition.Text, stretch).ToList();
        return at.Count > 0 ? at : [places.Find(condition.Text) ?? throw new ShouldAssertException(condition.Text)];
    }

    // From the paragraph of its anchor to the next measure's.
    private static TextSpan StretchOf(AnnotatedRegister annotated, AnnotatedMeasure measure, AnnotatedPlaces places, Report report)
    {
        var anchor = places.Find(measure.Anchor)!.Value.Start;
        var start = report.Paragraphs.First(p => p.Span.Start <= anchor && anchor <= p.Span.End).Span.Start;
        var next = annotated.Measures.Select(m => places.Find(m.Anchor)!.Value.Start).Where(s => s > anchor).DefaultIfEmpty(report.Text.Length).Min();
        return new(start, next);
    }

    private static bool IsSame(AnnotatedCondition wanted, MeasureCondition read)
    {
        var kind = read.Kind == ConditionKind.Unread ? "Other" : read.Kind.ToString();
        if (kind != wanted.Kind)
            return false;
        return wanted.Operator is null or "in" or "=" || read.Value is null || !decimal.TryParse(wanted.Value, CultureInfo.InvariantCulture, out var value)
            || (MoneyUnit.Yuan(value, wanted.Unit ?? "") ?? value) == (MoneyUnit.Yuan(read.Value.Value, read.Unit) ?? read.Value);
    }

    private void Compare<T>(string field, T? wanted, T? read, string what) where T : struct
    {
        var isRight = wanted is not null && wanted.Equals(read);
        Count(field, read is null ? 0 : 1, isRight ? 1 : 0, wanted is null ? 0 : 1, isRight ? 1 : 0);
        if (!Equals(wanted, read))
            output.WriteLine($"{field} {what}: wanted {wanted}, read {read}");
    }

    private void Count(string field, int read, int right, int wanted, int found)
    {
        var f = _fields.GetValueOrDefault(field);
        _fields[field] = (f.Right + right, f.Read + read, f.Wanted + wanted, f.Found + found);
    }

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('《' or '》')));

    private static string Short(string text) => text.Length <= 40 ? text : text[..40];

    private static string Around(Report report, TextSpan span) => report.Text[Math.Max(0, span.Start - 30)..Math.Min(report.Text.Length, span.End + 12)].ReplaceLineEndings("⏎");
}
