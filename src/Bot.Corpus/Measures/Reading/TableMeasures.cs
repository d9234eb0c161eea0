using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Reads a row of a table of standards as a measure, its cells told by their heads.</summary>
/// <param name="unit">Of bare numbers (单位：万元 above the table); null where only heads say it.</param>
internal sealed class TableMeasures(PolicyText text, CaseReader cases, string? unit)
{
    private const string Separator = " | ";
    private const int LongestHead = 20;

    private static readonly Regex Name = MeasureWords.Form("^(?:项目|政策|名称|事项|类别|类型|奖补项目|支持方向|支持项目|政策名称|项目名称|奖励项目|补助项目|资助项目|支持事项|扶持项目|措施|方向|政策条款|条款|政策事项|专项|扶持政策|补贴项目|奖补类别|奖补事项|支持类别|奖励类别|政策类别|项目类别|(?:具体|支持|政策)?内容|奖励事项)");
    private static readonly Regex Detail = MeasureWords.Form("内容$");
    private static readonly Regex Group = MeasureWords.Form("^(?:类别|类型|方向|支持方向|奖补类别|支持类别|奖励类别|政策类别|项目类别)$");
    private static readonly Regex Whom = MeasureWords.Form("对象|主体|适用|单位(?!:)|申报人|企业类型|受益");
    private static readonly Regex Standard = MeasureWords.Form("标准|金额|额度|奖励|补助|补贴|资助|奖补|支持方式|比例|上限|最高|万元|元");
    private static readonly Regex Asked = MeasureWords.Form("条件|要求|情形|档次|等级|级别|认定|门槛|范围|分档");
    private static readonly Regex Office = MeasureWords.Form("部门|受理|科室|责任|联系|依据|序号|编号");
    private static readonly Regex Time = MeasureWords.Form("时间|期限|有效期|兑现");

    // What a cell of standards gives in kind: 免费诊断1次, 优先推荐.
    private static readonly Regex InKind = MeasureWords.Form("免费|减免|优先|提供|给予|协助|推荐|享受|免除|纳入|支持|优惠");
    // 50、20: the sums of as many things as the cell before names.
    private static readonly Regex BareSums = MeasureWords.Form("^\\d{1,9}(?:\\.\\d{1,4})?(?:[、/]\\s?\\d{1,9}(?:\\.\\d{1,4})?)+$");
    private static readonly Regex BareSum = MeasureWords.Form("\\d+(?:\\.\\d+)?");
    private static readonly Regex Cap = MeasureWords.Form("封顶|上限|限额|最高");

    private readonly BeneficiaryReader _beneficiaries = new(text);

    // A merged cell stands in its first row only.
    private Wording? _group;

    private readonly record struct Cell(string Head, TextSpan Span);

    /// <summary>Adds the row's measure, where it gives something.</summary>
    public void Add(PolicyNode node, PolicyPiece row, List<MeasureDraft> drafts)
    {
        var draft = new MeasureDraft(node, row.Span);
        var group = _group;
        foreach (var cell in Cells(row.Span))
        {
            var isStandard = Standard.IsMatch(cell.Head) && !(Asked.IsMatch(cell.Head) && !cell.Head.Contains("标准", StringComparison.Ordinal));
            if (Office.IsMatch(cell.Head))
                continue;
            // Beside a column of standards one of caps.
            if (draft.Cases.Count > 0 && Cap.IsMatch(cell.Head))
                AddCaps(draft, cell.Span, TableHead.Read(cell.Head).Unit ?? unit);
            else if (Name.IsMatch(cell.Head) && !isStandard)
                AddNamed(draft, cell);
            else if (Time.IsMatch(cell.Head))
                draft.Application.Add(cell.Span);
            else if (Whom.IsMatch(cell.Head) && !cell.Head.Contains("条件", StringComparison.Ordinal))
                AddWhom(draft, cell.Span);
            else if (isStandard || cell.Head.Length == 0)
                AddStandard(draft, cell);
            else if (Asked.IsMatch(cell.Head))
                draft.Lists.Add(cell.Span);
            else
                AddNote(draft, cell.Span);
        }
        NameSideBySide(draft);
        draft.Beneficiary ??= (draft.Giving is { } giving ? _beneficiaries.Given(giving) : null) ?? draft.Lists.Select(_beneficiaries.Opening).FirstOrDefault(w => w is not null);
        draft.Name ??= _group != group ? _group : draft.Beneficiary ?? _group;
        if (draft.Cases.Count > 0)
            drafts.Add(draft);
    }

    // 具体内容 behind 项目 says what is asked.
    private void AddNamed(MeasureDraft draft, Cell cell)
    {
        if (Detail.IsMatch(cell.Head) && (draft.Name ?? _group) is not null)
            draft.Lists.Add(cell.Span);
        else
            draft.Name = NameOf(cell);
    }

    // 类别 groups rows; 项目 names one.
    private Wording? NameOf(Cell cell)
    {
        var words = text.Words(text.Trim(cell.Span));
        if (!Group.IsMatch(cell.Head))
            return words;
        _group = words;
        return null;
    }

    // 备注：每家最高100万元.
    private void AddNote(MeasureDraft draft, TextSpan cell)
    {
        var noted = Sentences.Of(text, cell).SelectMany(s => cases.Read(s, false)).SelectMany(c => c.Amounts).Where(a => a.Kind == AmountKind.Ceiling).ToArray();
        if (noted.Length > 0 && draft.Cases.Count > 0)
            draft.Cases[^1] = draft.Cases[^1] with { Amounts = [.. draft.Cases[^1].Amounts, .. noted] };
        else
            draft.Asides.Add(cell);
    }

    // 单个产品120万元, 面积不超过3000平方米.
    private void AddCaps(MeasureDraft draft, TextSpan cell, string? sums)
    {
        MeasureAmount[] caps =
        [
            .. Magnitude.In(text, cell).Select(m => m.Unit.Length == 0 && sums is not null ? m with { Unit = sums, Kind = UnitKind.Money } : m).Where(m => m.Unit.Length > 0)
                .Select(m => new MeasureAmount(0, AmountKind.Ceiling, m.Value, m.Unit, m.Span, Per: text.Trim(new(text.Plain.LastIndexOfAny([',', ';', '、'], m.Span.Start - 1, m.Span.Start - cell.Start) is >= 0 and var stop ? stop + 1 : cell.Start, m.Span.Start)) is { Length: > 0 } per ? text.Words(per) : null)),
        ];
        if (caps.Length == 0)
            draft.Asides.Add(cell);
        else if (draft.Cases.Count > 1)
            draft.Cases.Add(new(default, null, [.. caps], true));
        else
            draft.Cases[^1] = draft.Cases[^1] with { Amounts = [.. draft.Cases[^1].Amounts, .. caps] };
    }

    private void AddWhom(MeasureDraft draft, TextSpan cell)
    {
        draft.Beneficiary ??= text.Words(text.Trim(cell));
        draft.Leads.Add(cell);
    }

    private void AddStandard(MeasureDraft draft, Cell cell)
    {
        var before = draft.Cases.Count;
        draft.Giving = cell.Span;
        foreach (var sentence in Sentences.Of(text, cell.Span))
        {
            draft.Cases.AddRange(cases.Read(sentence, true));
            if (draft.Cases.Count == before && GivingWords.Soft.Match(text.PlainOf(sentence)) is { Success: true })
                draft.Cases.Add(new(default, null, [], false));
        }
        if (draft.Cases.Count == before && cell.Head.Length > 0 && InKind.IsMatch(text.PlainOf(cell.Span)))
            draft.Cases.Add(new(default, null, [], false));
        if ((TableHead.Read(cell.Head).Unit ?? unit) is { } sums)
            AddBare(draft, cell, sums, before);
    }

    // 奖励金额（万元）：50, 国家级100；省级30, 按增量的10%，最高不超过100: the head has the unit.
    private void AddBare(MeasureDraft draft, Cell cell, string sums, int before)
    {
        var isCapped = Cap.IsMatch(cell.Head);
        if (draft.Cases.Count == before && BareSums.IsMatch(text.PlainOf(text.Trim(cell.Span))))
        {
            draft.Cases.Add(new(default, null, [.. BareSum.Matches(text.PlainOf(cell.Span)).Select(m => new MeasureAmount(0, isCapped ? AmountKind.Ceiling : AmountKind.Fixed, decimal.Parse(m.Value, CultureInfo.InvariantCulture), sums, new TextSpan(m.Index, m.Index + m.Length).Shift(cell.Span.Start)))], false));
            return;
        }
        var from = cell.Span.Start;
        foreach (var bare in Magnitude.In(text, cell.Span).Where(m => m is { Kind: UnitKind.None, Unit.Length: 0 }))
        {
            var label = text.Trim(new(from, bare.Span.Start));
            var cap = AmountWords.Cap.Match(text.PlainOf(label));
            from = bare.Span.End;
            MeasureAmount amount = new(0, isCapped || cap.Success ? AmountKind.Ceiling : AmountKind.Fixed, bare.Value, sums, cap.Success ? new(label.Start + cap.Index, bare.Span.End) : bare.Span);
            if (draft.Cases.Count > before && cap.Success)
                draft.Cases[^1] = draft.Cases[^1] with { Amounts = draft.Cases[^1].Amounts.Add(amount) };
            else if (draft.Cases.Count == before || label.Length > 0)
                draft.Cases.Add(new(cap.Success ? new(label.Start, label.Start + cap.Index) : label, null, [amount], false));
        }
    }

    // 国家级企业、省级企业 in a cell of its own, 分别奖励50万元、20万元 in the next: the sums are of what that cell names.
    private void NameSideBySide(MeasureDraft draft)
    {
        for (var i = 0; i < draft.Cases.Count; i++)
        {
            if (draft.Cases[i] is not { Zone.Length: 0, IsLimit: false, Amounts.Length: > 1 } chained)
                continue;
            var parted = draft.Lists.Concat(draft.Leads).Select(cell => new SideBySide(text).Part(chained with { Zone = text.Trim(cell) }).ToArray()).FirstOrDefault(p => p.Length > 1 && p[0].Element is not null);
            if (parted is null)
                continue;
            draft.Cases.RemoveAt(i);
            draft.Cases.InsertRange(i, parted);
            return;
        }
    }

    private IEnumerable<Cell> Cells(TextSpan row)
    {
        var at = row.Start;
        foreach (var cell in row.Of(text.Text).Split(Separator))
        {
            var colon = text.Plain.AsSpan(at, cell.Length).IndexOf(':');
            var hasHead = colon is > 0 and <= LongestHead;
            yield return new(hasHead ? text.Plain.Substring(at, colon).Trim() : "", new(at + (hasHead ? colon + 1 : 0), at + cell.Length));
            at += cell.Length + Separator.Length;
        }
    }
}
