using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Walks a policy document's tree and finds where measures are set; what sets none is left for the general rules.</summary>
internal sealed class DraftReader(PolicyText text)
{
    private static readonly Regex Limits = MeasureWords.Form("^\\s*(?:对)?" + MeasureWords.Any("quantifier") + "[^的]{0,30}$|^\\s*(?:对)?" + MeasureWords.Any("quantifier") + "[^,;。的]{0,24}\\d");
    private static readonly Regex GivesAnew = MeasureWords.Form("给予|予以|奖励|补助|补贴|资助|支持|配套|奖补|贴息|抵用|发放");
    private static readonly Regex TableUnit = MeasureWords.Form("单位\\s?:\\s?(?<unit>[百千万亿]*元)");
    private static readonly Regex Titled = MeasureWords.Form("^\\s*[^,;。:0-9]{4,24}。\\s*$");

    private readonly CaseReader _cases = new(text);
    private readonly StepLists _steps = new(text);
    private readonly SoftMeasures _soft = new(text);

    public List<MeasureDraft> Drafts { get; } = [];

    /// <summary>Nodes with conditions, periods or other rules for the measures around them.</summary>
    public List<PolicyNode> Rules { get; } = [];

    public void Visit(PolicyNode node)
    {
        var givesBehind = GivesBehindConditions(node);
        if (node.Role is not (NodeRole.None or NodeRole.Standard) && !givesBehind)
        {
            Rules.Add(node);
            return;
        }
        if (IsLabelled(node))
        {
            AddLabelled(node);
            return;
        }
        if (_steps.Hold(node))
        {
            AddSteps(node);
            return;
        }
        var first = Drafts.Count;
        AddSentences(node);
        if (Drafts.Count > first && (givesBehind || _steps.Ends(node, GivingWords.LeadsToConditions)))
        {
            foreach (var draft in Drafts.Skip(first))
                draft.Lists.AddRange(node.Children.SelectMany(c => c.AllPieces()).Select(p => p.Span));
            Drafts[^1].Include(node.Whole);
            return;
        }
        foreach (var child in node.Children)
            Visit(child);
        if (Drafts.Count == first)
            Rules.Add(node);
        else if (!Drafts.Exists(d => d.Node == node && !IsRow(d)))
            Rules.Add(OwnOf(node));
    }

    private static bool IsRow(MeasureDraft draft) => draft.Node.Own.Exists(p => p.Kind == ParagraphKind.TableRow && p.Span == draft.Span);

    // What a part that gives nothing itself says before those that do: 本标准适用于….
    private static PolicyNode OwnOf(PolicyNode node)
    {
        var own = new PolicyNode(node, null, 0);
        own.Own.AddRange(node.Own);
        return own;
    }

    // 企业申请补助，应当满足下列条件：(一)…；(二)…。 and on a line of its own 按…的4%补助。
    private bool GivesBehindConditions(PolicyNode node) =>
        node.Children.Count > 0 && node.Own.Count > 1 && (node.Role == NodeRole.Conditions || GivingWords.LeadsToConditions.IsMatch(text.PlainOf(node.Own[0].Whole).TrimEnd()))
        && node.Own.Skip(1).Where(p => p.Kind != ParagraphKind.TableRow).Any(p => Sentences.Of(text, p.Span).Any(s => GivingWords.IsGiver(text.PlainOf(s)) && _cases.Read(s, false).Length > 0));

    private bool Gives(PolicyNode node) =>
        node.AllPieces().Any(p => !p.IsHeading && Sentences.Of(text, p.Span).Any(s => _cases.Read(s, false).Length > 0 && GivingWords.IsGiver(text.PlainOf(s))));

    // 支持对象、支持标准、申报条件 side by side make one measure of what stands above them.
    private bool IsLabelled(PolicyNode node)
    {
        if (node.Parent is null && node.Children.Exists(c => c.Role == NodeRole.None && Gives(c)))
            return false;
        var standards = node.Children.Where(c => c.Role == NodeRole.Standard).ToArray();
        var giving = node.Children.Where(c => c.Role is NodeRole.None && Gives(c)).ToArray();
        if (giving.Length > 0 || !node.Children.Exists(c => c.Role is NodeRole.Conditions or NodeRole.Beneficiary or NodeRole.Standard))
            return false;
        if (standards.Length == 0)
            return node.Own.Exists(p => Sentences.Of(text, p.Span).Any(s => _cases.Read(s, false).Length > 0));
        return standards.Length == 1 && !HoldsTable(standards[0]) && !standards[0].Children.Exists(c => c.IsNameApart && Gives(c)) && Amounts(standards[0]);
    }

    private static bool HoldsTable(PolicyNode node) => node.AllPieces().Any(p => p.Kind == ParagraphKind.TableRow);

    private bool Amounts(PolicyNode node) => node.AllPieces().Any(p => Sentences.Of(text, p.Span).Any(s => _cases.Read(s, true).Length > 0 || GivingWords.Soft.IsMatch(text.PlainOf(s)) || GivingWords.SetElsewhere.IsMatch(text.PlainOf(s))));

    private void AddLabelled(PolicyNode node)
    {
        var draft = new MeasureDraft(node, node.Whole) { Name = node.NameAround ?? (node.Parent is null ? Title : null) };
        foreach (var piece in node.Own.Where(p => !p.IsHeading))
            AddTo(draft, piece.Span, false);
        foreach (var child in node.Children)
        {
            var pieces = child.AllPieces().Where(p => !p.IsHeading).Select(p => p.Span).ToArray();
            switch (child.Role)
            {
                case NodeRole.Standard:
                    if (pieces.Length > 0)
                        draft.Giving ??= pieces[0];
                    foreach (var span in pieces)
                        AddTo(draft, span, true);
                    break;
                case NodeRole.Conditions:
                    draft.Lists.AddRange(pieces);
                    break;
                case NodeRole.Beneficiary when pieces.Length > 0:
                    draft.Leads.AddRange(pieces);
                    draft.Beneficiary = FirstSentence(pieces);
                    break;
                case NodeRole.Period or NodeRole.Procedure:
                    draft.Application.AddRange(pieces);
                    break;
                case NodeRole.None:
                    draft.Asides.AddRange(pieces);
                    break;
            }
        }
        Drafts.Add(draft);
    }

    private Wording? FirstSentence(TextSpan[] pieces)
    {
        var first = pieces.FirstOrDefault(p => text.Trim(p).Length > 1);
        return first.Length == 0 ? null : text.Words(text.Trim(Sentences.Of(text, first).First()));
    }

    private void AddSteps(PolicyNode node)
    {
        var draft = new MeasureDraft(node, node.Whole) { Name = node.NameAround, Measured = _steps.MeasuredBy(node) };
        var before = StepLists.Before(node);
        foreach (var piece in before.Where(p => !p.IsHeading))
        {
            foreach (var sentence in Sentences.Of(text, piece.Span))
            {
                if (text.PlainOf(sentence).TrimEnd() is [.., ':'])
                    draft.Leads.Add(sentence);
                else
                    AddTo(draft, sentence, false);
            }
        }
        foreach (var child in node.Children)
            AddTo(draft, child.Own[0].Span, true);
        // 研发费用增长30%以上的，上浮10%。房地产业不适用本条。 goes on about all of the steps.
        foreach (var behind in node.Own.Except(before).Concat(node.Children[^1].Own.Skip(1)).Where(p => !p.IsHeading && p.Kind != ParagraphKind.TableRow).SelectMany(p => Sentences.Of(text, p.Span)))
            draft.Asides.Add(behind);
        Drafts.Add(draft);
    }

    private void AddTo(MeasureDraft draft, TextSpan span, bool isStandard)
    {
        foreach (var sentence in Sentences.Of(text, span))
        {
            var cases = GivingWords.IsGiver(text.PlainOf(sentence)) ? _cases.Read(sentence, isStandard) : [];
            draft.Cases.AddRange(cases);
            if (cases.Length == 0)
                draft.Asides.Add(sentence);
        }
    }

    // Each sentence that gives to somebody of its own opens a measure; those that go on belong to it.
    private void AddSentences(PolicyNode node)
    {
        var pending = new List<TextSpan>();
        MeasureDraft? draft = null;
        var told = node.Own.Where(p => !p.IsHeading && p.Kind != ParagraphKind.TableRow).SelectMany(p => Sentences.Of(text, p.Span).Select((s, i) => (Sentence: s, Piece: p, IsFirst: i == 0))).ToArray();
        var sentences = Array.ConvertAll(told, t => t.Sentence);
        var first = Drafts.Count;
        Wording? title = null;
        var isStandard = node.Role == NodeRole.Standard || node.Above().Any(n => n.Role == NodeRole.Standard);
        foreach (var (sentence, piece, isFirst) in told)
        {
            var cases = GivingWords.IsGiver(text.PlainOf(sentence)) ? _cases.Read(sentence, isStandard) : [];
            if (cases.Length == 0 && _soft.Opens(sentence))
            {
                Drafts.Add(_soft.Of(node, text.Trim(sentence), sentence));
                continue;
            }
            // What a paragraph begins with leads to what it gives; where it gives nothing, it goes on with the one before.
            if (isFirst)
            {
                GoOn(draft, pending);
                title = cases.Length == 0 && piece.Style is null ? TitleIn(sentence) : null;
            }
            if (cases.Length == 0)
            {
                var leads = draft is null || isFirst || pending.Count > 0;
                (leads ? pending : draft!.Asides).Add(sentence);
                if (!leads)
                    draft!.Include(text.Trim(sentence));
                continue;
            }
            // 同一单位同一年度…合计不超过400万元 in an article of its own caps what other articles give.
            if (draft is null && GivingWords.CapsAll.IsMatch(text.PlainOf(sentence)) && Array.TrueForAll([.. cases], c => c.Amounts.All(a => a.Kind == AmountKind.Ceiling)))
            {
                pending.Add(sentence);
                continue;
            }
            // 国家级小巨人企业每年最高200万元，其他企业每年最高100万元。 caps what the sentence before gives.
            if (draft is { Cases.Count: > 0 } && Array.TrueForAll([.. cases], c => c.Amounts.Length > 0 && c.Amounts.All(a => a.Kind == AmountKind.Ceiling)) && !GivesAnew.IsMatch(text.PlainOf(sentence)))
            {
                GoOn(draft, pending);
                draft.Cases.AddRange(cases.Select(c => c with { Zone = default, Element = null, IsLimit = true }));
                draft.Include(text.Trim(sentence));
                continue;
            }
            if (draft is null || !GivingWords.GoesOn.IsMatch(text.PlainOf(sentence)))
            {
                draft = new MeasureDraft(node, text.Trim(sentence)) { Name = title ?? node.NameAround };
                Drafts.Add(draft);
                TakeLead(draft, pending);
            }
            GoOn(draft, pending);
            if (draft.Cases.Count > 0 && Array.TrueForAll([.. cases], c => c.Amounts.All(a => a.Kind == AmountKind.Ceiling)) && Limits.IsMatch(text.PlainOf(sentence)))
                AddLimits(draft, cases);
            else
                draft.Cases.AddRange(cases);
            draft.Include(text.Trim(sentence));
        }
        GoOn(draft, pending);
        if (node.IsHeading && node.Style is HeadingStyle.Bare or < HeadingStyle.Article or HeadingStyle.Chinese)
            NameApart(node, Drafts.Skip(first).ToArray());
        // Its heading belongs to the first.
        if (Drafts.Find(d => d.Node == node) is { } opening && node.Own.Count > 0 && node.Style is not null)
            opening.Include(new(node.Own[0].Whole.Start, opening.Span.End));
        if (draft is null && !Drafts.Exists(d => d.Node == node))
            AddSoft(node, sentences);
        var tables = new TableMeasures(text, _cases, UnitOf(node));
        foreach (var row in node.Own.Where(p => p.Kind == ParagraphKind.TableRow))
            tables.Add(node, row, Drafts);
    }

    // 单位：万元 above a table.
    private string? UnitOf(PolicyNode node) =>
        node.Own.Where(p => p.Kind != ParagraphKind.TableRow).Select(p => TableUnit.Match(text.PlainOf(p.Span))).LastOrDefault(m => m.Success)?.Groups["unit"].Value;

    // 单个企业每年最高50万元。 behind the only case caps it, behind several all of them.
    private static void AddLimits(MeasureDraft draft, ImmutableArray<PolicyCase> limits)
    {
        var amounts = limits.SelectMany(l => l.Amounts).ToImmutableArray();
        if (draft.Cases.Count(c => !c.IsLimit) > 1)
            draft.Cases.Add(new(default, null, amounts, true));
        else
            draft.Cases[^1] = draft.Cases[^1] with { Amounts = draft.Cases[^1].Amounts.AddRange(amounts) };
    }

    // 支持组建创新联合体。 at the head of a paragraph is what it is called.
    private Wording? TitleIn(TextSpan sentence) =>
        Titled.IsMatch(text.PlainOf(sentence)) ? text.Words(text.Trim(sentence)) : null;

    // A heading over several measures is the name of none of them.
    private static void NameApart(PolicyNode node, MeasureDraft[] drafts)
    {
        if (drafts.Length < 2)
            return;
        foreach (var draft in drafts.Where(d => d.Name == node.Name))
            draft.Name = null;
    }

    private void GoOn(MeasureDraft? draft, List<TextSpan> pending)
    {
        if (draft is not null)
            TakeLead(draft, pending);
    }

    private void TakeLead(MeasureDraft draft, List<TextSpan> pending)
    {
        foreach (var sentence in pending)
        {
            draft.Include(text.Trim(sentence));
            draft.Asides.Add(sentence);
        }
        pending.Clear();
    }

    private void AddSoft(PolicyNode node, TextSpan[] sentences)
    {
        if (!node.Children.Exists(Gives) && _soft.In(node, sentences) is { } draft)
            Drafts.Add(draft);
    }

    private Wording? Title => text.Paragraphs.FirstOrDefault(p => p.Kind == ParagraphKind.Title) is { } title ? text.Words(title.Span) : null;
}
