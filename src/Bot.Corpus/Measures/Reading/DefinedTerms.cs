using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>
/// Terms that a document defines (本办法所称初创企业，是指登记注册时间不超过5年的科技型企业): what the definition asks holds for the measures
/// that speak of the term, and for all where the document as a whole is for it.
/// </summary>
internal sealed class DefinedTerms
{
    private static readonly Regex Definition = MeasureWords.Form(
        "(?:^|[。;,:\\s])(?:(?:《[^》]{2,24}》|(?:本|上述|前款|前述)[^,;。\\s]{0,8}?)?(?:所称|所说|所指)(?:的)?)?(?<term>[^,;。:的\\s]{2,14}?)(?:[,]?是指|[,]?(?:主要)?包括|[,]指|\\(以下简称)(?<meaning>[^。;]{4,160})");

    private static readonly Regex Plain = MeasureWords.Form("^(?:企业|单位|机构|申报单位|申报主体|申请单位|申请人|企业和机构|主体)$");
    private static readonly Regex Scope = MeasureWords.Form("适用于(?<who>[^。;]{2,120})");

    private readonly List<(string Term, TextSpan Span, bool IsForAll, ImmutableArray<MeasureCondition> Conditions)> _terms = [];

    public DefinedTerms(PolicyText text, ConditionReader conditions)
    {
        var scope = Scope.Match(text.Plain) is { Success: true } match ? match.Groups["who"].Value : "";
        foreach (var paragraph in text.Paragraphs.Where(p => p.Kind == ParagraphKind.Body))
        {
            foreach (var sentence in Sentences.Of(text, paragraph.Span))
            {
                foreach (Match found in Definition.Matches(text.PlainOf(sentence)))
                    Add(text, conditions, found, sentence.Start, scope);
            }
        }
    }

    /// <summary>Where the definitions stand, so that nothing else is read from them.</summary>
    public bool Holds(TextSpan span) => _terms.Exists(t => t.Span.Contains(span));

    /// <summary>What the definition of exactly this term asks for; empty where there is none.</summary>
    public ImmutableArray<MeasureCondition> Of(string term) =>
        // 民营企业 is what applicants call themselves, whatever the definition adds.
        _terms.Find(t => t.Term == PolicyText.PlainOf(term)) is { Conditions.IsDefault: false } found && found.Conditions.All(c => c.Kind != ConditionKind.Other) ? found.Conditions : [];

    /// <summary>The demands of the terms that a measure's text names.</summary>
    public IEnumerable<MeasureCondition> For(string measure) =>
        _terms.Where(t => t.IsForAll || measure.Contains(t.Term, StringComparison.Ordinal)).SelectMany(t => t.Conditions);

    private void Add(PolicyText text, ConditionReader conditions, Match found, int offset, string scope)
    {
        var meaning = found.Groups["meaning"];
        var read = conditions.ReadKnown(new TextSpan(meaning.Index, meaning.Index + meaning.Length).Shift(offset), 0);
        var term = found.Groups["term"].Value;
        if (read.IsEmpty || term.Length == 0)
            return;
        _terms.Add((term, new TextSpan(found.Groups["term"].Index, meaning.Index + meaning.Length).Shift(offset), Plain.IsMatch(term) || scope.Contains(term, StringComparison.Ordinal), read));
    }
}
