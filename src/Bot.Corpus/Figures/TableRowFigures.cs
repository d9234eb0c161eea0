using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>Reads a table's row, its cells written as 市区：绍兴 | 高企：416 | 2023年：391.</summary>
internal sealed class TableRowFigures(
    ReportMetadata metadata, Paragraph paragraph, SubjectReader subjects, TableContext table, IndicatorVocabulary vocabulary)
{
    private static readonly string[] RegionHeads = ["市区", "地区", "区域", "县（市、区）", "县(市、区)", "县市区", "区县", "城市", "市县", "区划", "单位名称"];
    private static readonly string[] NameHeads = ["指标", "项目", "名称", "类别", "内容", "指标名称", "工作内容", "主要指标", "指标内容", "项目名称"];
    private static readonly string[] UnitHeads = ["单位", "计量单位"];
    private static readonly string[] Totals = ["全市", "合计", "总计", "全省", "全县", "全区"];

    private static readonly string[] Parts = ["其中：", "其中:", "其中，", "其中", "#"];

    /// <summary>The name, unit in brackets included, that 其中 rows below this row are parts of.</summary>
    public string? Whole { get; private set; } = table.Whole;

    private readonly record struct Cell(string Head, string Content, int Start);

    public IEnumerable<Figure> Read()
    {
        var cells = Cells();
        var region = cells.FirstOrDefault(cell => RegionHeads.Contains(cell.Head)).Content;
        var name = cells.FirstOrDefault(cell => NameHeads.Contains(WithoutBrackets(cell.Head))).Content ?? "";
        var unit = cells.FirstOrDefault(cell => UnitHeads.Contains(cell.Head)).Content ?? table.Unit ?? "";
        var part = Array.Find(Parts, opening => name.StartsWith(opening, StringComparison.Ordinal));
        Whole = part is null && name.Length > 0 ? name : Whole;
        if (part is not null && unit.Length == 0 && table.Whole is { } above)
            unit = TableHead.Read(above).Unit ?? "";
        foreach (var cell in cells)
        {
            if (cell.Head is "序号" or "编号" || UnitHeads.Contains(cell.Head) || RegionHeads.Contains(cell.Head) || NameHeads.Contains(WithoutBrackets(cell.Head)))
                continue;
            if (NumberScanner.Scan(cell.Content) is [var number] && IsValue(cell.Content, number))
                yield return Of(cell, number, Region(region, cell.Head), name, unit);
        }
    }

    private Figure Of(Cell cell, WrittenNumber number, string? region, string name, string unit)
    {
        var head = TableHead.Read(cell.Head);
        var row = TableHead.Read(name);
        var (qualifier, tail) = Around(cell.Content, number);
        var times = TimeReader.Read(head.Name, metadata.SummaryYear ?? metadata.PlanYear);
        var label = times.Aggregate(head.Name, (rest, time) => rest.Replace(head.Name[time.Span.Start..time.Span.End], "", StringComparison.Ordinal));
        var clause = ClauseReader.Read(label, vocabulary);
        var noun = row.Name.Length == 0 ? clause.Noun : region == cell.Head ? "" : TableHead.WithoutTableWords(clause.Noun);
        var isGrowth = clause.Is(WordRoles.Growth) || clause.Is(WordRoles.Fall);
        // A growth or a rank has not the unit of its row: 增长 | 23.1 beside 亿元 is in per cent, or not told.
        var own = tail.Length > 0 ? tail : number.Kind == NumberKind.PerCent ? "%" : head.Unit;
        var written = own ?? (isGrowth || head.IsRank || head.IsDegree ? "" : row.Unit ?? unit);
        var subject = Subject(row.Name + noun, clause.Verb);
        var status = Status(head, times);
        var period = times is [var time, ..] ? time.In(metadata.SummaryYear) : Year(status) is { } year ? Period.OfYear(year) : null;
        return new(
            paragraph.Number,
            number.Span.Shift(paragraph.Span.Start + cell.Start),
            paragraph.Span,
            region,
            head.IsDegree ? null : subject.Indicator,
            head.IsDegree ? subject.Words + "完成率" : subject.Words,
            period,
            number.Value,
            (number.Value != number.Scaled ? number.Span.Of(cell.Content)[^1..] : "") + written,
            qualifier,
            status,
            Aspect(UnitVocabulary.Default.KindOf(written), clause, head, isGrowth),
            null,
            Doubt(period, subject, head, isGrowth && own is null, clause));
    }

    // 指标（单位）.
    private static string WithoutBrackets(string head) => head.IndexOfAny(['（', '(']) is > 0 and var open ? head[..open].Trim() : head;

    private Subject Subject(string name, string verb)
    {
        var part = Array.Find(Parts, opening => name.StartsWith(opening, StringComparison.Ordinal));
        if (part is null)
            return subjects.Read(name, verb);
        var own = subjects.Read(name[part.Length..], verb);
        return own.Indicator is null && table.Whole is { } whole ? subjects.PartOf(TableHead.Read(whole).Name, name[part.Length..]) : own;
    }

    private static string? Doubt(Period? period, Subject subject, TableHead head, bool lacksUnit, Clause clause)
    {
        if (period is null)
            return "年份未写明";
        if (subject.Words.Length == 0)
            return "指标不明";
        if (Fragment.Is(subject.Words))
            return "计数对象不明";
        if (lacksUnit)
            return "单位未写明";
        return clause.Is(WordRoles.Growth) && head.Name.Contains("年均", StringComparison.Ordinal) ? "年均数，起止年份未写明" : null;
    }

    private static FigureAspect Aspect(UnitKind kind, Clause clause, TableHead head, bool isGrowth) => kind switch
    {
        _ when head.IsRank => FigureAspect.Rank,
        UnitKind.Points => FigureAspect.Difference,
        UnitKind.Rate or UnitKind.None when isGrowth => FigureAspect.Growth,
        UnitKind.Rate => FigureAspect.Share,
        _ when head.IsDegree => FigureAspect.Share,
        _ when clause.Is(WordRoles.Net) => FigureAspect.NetIncrease,
        _ when clause.Is(WordRoles.New) => FigureAspect.New,
        _ when clause.Is(WordRoles.Total) => FigureAspect.Cumulative,
        _ => FigureAspect.Level,
    };

    private FigureStatus Status(TableHead head, ImmutableArray<TimeExpression> times)
    {
        if (head.IsPlan)
            return FigureStatus.Target;
        if (head.IsResult)
            return FigureStatus.Achieved;
        // A plan's table sets what is planned beside what was: 2020年 | 2025年.
        if (times is [{ ToYear: { } year }, ..] && metadata.SummaryYear is { } summary && paragraph.Part != ReportPart.Unknown)
            return year <= summary ? FigureStatus.Achieved : FigureStatus.Target;
        return paragraph.Part switch
        {
            ReportPart.Plan => FigureStatus.Target,
            ReportPart.Summary => FigureStatus.Achieved,
            _ => FigureStatus.Unclear,
        };
    }

    private int? Year(FigureStatus status) => status switch
    {
        FigureStatus.Target => metadata.PlanYear,
        FigureStatus.Achieved => metadata.SummaryYear,
        _ => paragraph.Years.Length == 1 ? paragraph.Years[0] : metadata.SummaryYear,
    };

    // The row's place, else the column's where places stand in the head.
    private string? Region(string? row, string head)
    {
        if (row is { Length: > 0 })
            return Totals.Contains(row) ? metadata.Region : row;
        return Gazetteer.Default.Find(head) is not null ? head : metadata.Region;
    }

    // ≥2.5, 2.5以上: inexact as in prose.
    private static (string? Qualifier, string Unit) Around(string content, WrittenNumber number)
    {
        var before = content[..number.Span.Start].Trim();
        var tail = content[number.Span.End..].Trim();
        var after = FigureLexicon.Default.EndOf(tail, WordRoles.After);
        var words = string.Join('、', new[] { before, after }.Where(word => word.Length > 0));
        return (words.Length == 0 ? null : words, tail[..^after.Length].TrimEnd());
    }

    private static bool IsValue(string content, WrittenNumber number)
    {
        var (_, unit) = Around(content, number);
        return content[..number.Span.Start].Trim() is "" or "≥" or "≤" or ">" or "<" or "＞" or "＜" or "约" or "超" or "突破" or "不低于" or "不少于"
            && number.Kind is NumberKind.Quantity or NumberKind.PerCent or NumberKind.PerMille
            && (unit.Length == 0 || UnitVocabulary.Default.KindOf(unit) != UnitKind.None);
    }

    private ImmutableArray<Cell> Cells()
    {
        var cells = ImmutableArray.CreateBuilder<Cell>();
        for (var at = 0; at < paragraph.Text.Length;)
        {
            var end = paragraph.Text.IndexOf('|', at);
            end = end < 0 ? paragraph.Text.Length : end;
            var colon = paragraph.Text.AsSpan(at, end - at).IndexOfAny('：', ':');
            if (colon > 0)
            {
                var start = at + colon + 1;
                while (start < end && paragraph.Text[start] == ' ')
                    start++;
                cells.Add(new(paragraph.Text.Substring(at, colon).Trim(), paragraph.Text[start..end].TrimEnd(), start));
            }
            at = end + 1;
        }
        return cells.DrainToImmutable();
    }
}
