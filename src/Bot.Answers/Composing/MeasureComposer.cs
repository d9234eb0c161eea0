using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Answers an enterprise: the instruments of support that the reports of its region name for its need.</summary>
internal static partial class MeasureComposer
{
    private const int Most = 5;

    public static AnswerDraft? Compose(
        QuestionReading reading, Scope scope, Evidence evidence, ImmutableDictionary<string, int> instruments)
    {
        var ranked = evidence.Sentences
            .Where(s => Eligibility.InYears(s, scope.Years) && s.Source.Paragraph.Kind is ParagraphKind.Body or ParagraphKind.TableRow)
            .Select(s => (Sentence: s, Named: Named(s, instruments)))
            .Where(s => !s.Named.IsEmpty)
            .Select(s => (s.Sentence, s.Named, Score: Score(s.Sentence, s.Named, instruments)))
            .OrderByDescending(s => s.Score)
            .ToList();
        if (ranked.Count == 0)
            return null;
        var draft = new AnswerDraft();
        draft.Line(reading.IsEnglish ? "The reports name the following support:" : "报告中与您的需求相关的支持有：");
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (sentence, named, score) in ranked)
        {
            // A sentence must bring an instrument not yet named, or be about as close as the best.
            if (draft.Citations.Length >= Most || (said.IsSupersetOf(named) && score < ranked[0].Score * 0.85))
                continue;
            if (score < ranked[0].Score * 0.3)
                break;
            said.UnionWith(named);
            Add(draft, sentence, reading, named);
        }

        draft.Line(reading.IsEnglish
            ? "A report only mentions a measure; the notice in force governs who may apply and what is paid."
            : "以上为报告所载；能否享受及具体标准以现行有效的政策通知为准，原文未写明的条件请向主管部门核实。");
        return draft;
    }

    private static void Add(AnswerDraft draft, EvidenceSentence sentence, QuestionReading reading, ImmutableArray<string> named)
    {
        var terms = named.Select(n => new TopicTerm([n], n.Length, true)).ToImmutableArray();
        var quoted = ClauseCutter.Cut(sentence.Text, terms, []);
        var marker = draft.Cite(sentence);
        var body = quoted.TrimEnd('。', '；', ';', '，', ',', '：', ' ', '　');
        draft.Line($"- {body}{marker}（{State(sentence, reading.IsEnglish)}）");
        foreach (var figure in sentence.Figures.Where(f => f.Doubt is null))
            draft.State(figure, marker);
    }

    private static string State(EvidenceSentence sentence, bool english)
    {
        var year = Statement.YearOf(sentence, []);
        var state = sentence.Sentence.Part switch
        {
            _ when BeingMade().IsMatch(sentence.Text) => english ? "being drawn up" : "尚在制定或修订",
            ReportPart.Plan => english ? "planned" : "计划中",
            ReportPart.Summary => english ? "done" : "已开展",
            _ => english ? "as written" : "据原文",
        };
        return year is null ? state : english ? FormattableString.Invariant($"{year}, {state}") : FormattableString.Invariant($"{year}年，{state}");
    }

    private static ImmutableArray<string> Named(EvidenceSentence sentence, ImmutableDictionary<string, int> instruments)
    {
        var named = instruments.Keys.Where(i => sentence.Folded.Contains(i, StringComparison.Ordinal)).ToList();
        // 贴息 inside 贷款贴息 names nothing more.
        return [.. named.Where(n => !named.Any(other => other.Length > n.Length && other.Contains(n, StringComparison.Ordinal)))];
    }

    // Longer names are more telling; what serves several of the needs told comes first; amounts help.
    private static double Score(EvidenceSentence sentence, ImmutableArray<string> named, ImmutableDictionary<string, int> instruments)
    {
        var served = named.Sum(n => (0.4 + (0.15 * Math.Min(4, n.Length))) * instruments[n] * (Supports().IsMatch(n) ? 1 : 0.6));
        var amount = SentenceNumbers.Fitting(sentence.Text, [AskedUnit.Money]).IsEmpty ? 0 : 0.25;
        var support = Supports().IsMatch(sentence.Text) ? 0.7 : 0;
        return (1.5 * sentence.Match) + Math.Min(3, served) + amount + support;
    }

    [GeneratedRegex("补贴|补助|资助|贴息|减免|奖励|担保|基金|贷款|加计扣除|创新券|周转金|专项资金|配套资金|风险补偿|质押")]
    private static partial Regex Supports();

    [GeneratedRegex("研究(制定|出台)|正在(制定|研究|起草)|拟(出台|制定)|将(出台|制定)|迭代出台|修订|探索|制定.{0,20}(办法|政策|措施)(?!》)")]
    private static partial Regex BeingMade();
}
