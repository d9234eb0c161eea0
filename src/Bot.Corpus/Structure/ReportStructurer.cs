using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>
/// Tells a cleaned document's structure: title, headings, sections, parts, sentences, years, and what it says of itself.
/// Immutable and safe for concurrent use.
/// </summary>
public sealed class ReportStructurer
{
    private const int LongestFoot = 4;

    private readonly PartWords _words = PartWords.Load();
    private readonly TitleReader _titles;
    private readonly HeadingReader _headings;
    private readonly PartReader _parts;
    private readonly CoveredYearsReader _years;
    private readonly ReportRegionReader _regions;

    /// <param name="gazetteer">Null: the shipped one.</param>
    public ReportStructurer(Gazetteer? gazetteer = null)
    {
        _titles = new TitleReader(_words);
        _headings = new HeadingReader(_words);
        _parts = new PartReader(_words);
        _years = new CoveredYearsReader(_words);
        _regions = new ReportRegionReader(gazetteer ?? Gazetteer.Default);
    }

    /// <param name="overrides">What is said of the file besides; wins over the text.</param>
    public StructuredReport Structure(CleanDocument document, SourceEntry? overrides)
    {
        var found = _titles.Read(document.Lines, document.Fields.PageTitle);
        var title = overrides?.Title ?? found.Title;
        var drafts = Drafts(found, document.FieldLines);
        var promised = _years.OfTitle(title);
        promised = (overrides?.SummaryYear ?? promised.Summary, overrides?.PlanYear ?? promised.Plan);
        var parts = _parts.Read(title, promised, drafts);
        var published = overrides?.PublicationDate ?? document.Fields.PublicationDate ?? FootDate(found.Rest) ?? Signature.In(found.Rest).FirstOrDefault()?.Day;
        var covered = _years.Complete(promised, drafts, parts, published);
        var warnings = ImmutableArray.CreateBuilder<string>();
        covered = (
            overrides?.SummaryYear ?? Kept(covered.Summary, ReportPart.Summary, parts, "总结", warnings),
            overrides?.PlanYear ?? Kept(covered.Plan, ReportPart.Plan, parts, "计划", warnings));
        var issuer = overrides?.Issuer ?? document.Fields.Issuer ?? Signature.In(found.Rest).FirstOrDefault()?.Office;
        var metadata = Metadata(title, covered, published, issuer, document.Fields, drafts, overrides);
        return new StructuredReport(
            metadata, Paragraphs(drafts, parts, new ParagraphYears(covered, published)), found.Removed, warnings.ToImmutable());
    }

    private ImmutableArray<DraftParagraph> Drafts(FoundTitle found, ImmutableArray<CleanLine> fieldLines)
    {
        var drafts = ImmutableArray.CreateBuilder<DraftParagraph>();
        drafts.Add(Draft(ParagraphKind.Title, found.Title, []));
        foreach (var line in fieldLines)
            drafts.Add(Draft(ParagraphKind.Metadata, line.Text, []));
        var lines = found.Rest;
        var headings = _headings.Read(lines);
        var foot = FootOf(lines);
        var signatures = Signature.In(lines);
        var sections = new SectionStack();
        for (var i = 0; i < lines.Length; i++)
            drafts.Add(i >= foot || signatures.Any(s => s.Holds(i)) || StructurePatterns.DocumentNumber.IsMatch(lines[i].Text)
                || StructurePatterns.OfficeAndDate.IsMatch(lines[i].Text)
                ? Draft(ParagraphKind.Metadata, lines[i].Text, [])
                : Draft(lines[i], headings[i], sections));
        return drafts.ToImmutable();
    }

    private static DraftParagraph Draft(CleanLine line, LineHeading? heading, SectionStack sections)
    {
        if (line.Kind != CleanLineKind.TableRow)
            sections.PassTable();
        if (heading is { IsWholeLine: true })
            return Draft(ParagraphKind.Heading, line.Text, sections.Open(heading));
        if (heading is not null)
            sections.Open(heading);
        else if (HeadingMark.Of(line.Text) is { } mark)
            sections.PassEntry(mark);
        else if (line.Kind == CleanLineKind.Text && !RunReader.StartsRun(line.Text))
            sections.Pass();
        return Draft(line.Kind == CleanLineKind.TableRow ? ParagraphKind.TableRow : ParagraphKind.Body, line.Text, sections.Path);
    }

    private static DraftParagraph Draft(ParagraphKind kind, string text, ImmutableArray<string> section) =>
        new(kind, text, section, kind == ParagraphKind.Body ? SentenceSplitter.Split(text) : [new TextSpan(0, text.Length)]);

    // Where the signature and its date begin.
    private static int FootOf(ImmutableArray<CleanLine> lines)
    {
        var foot = lines.Length;
        while (foot > 1 && lines.Length - foot < LongestFoot
            && (StructurePatterns.Day.IsMatch(lines[foot - 1].Text) || StructurePatterns.Office.IsMatch(lines[foot - 1].Text)))
            foot--;
        return foot;
    }

    private static DateOnly? FootDate(ImmutableArray<CleanLine> lines) =>
        lines.Skip(FootOf(lines)).Select(line => Signature.ReadDay(line.Text)).FirstOrDefault(day => day is not null);

    // A title's promise is not kept by the title: a year without text of its part is not covered.
    private static int? Kept(int? year, ReportPart part, ReportPart[] parts, string name, ImmutableArray<string>.Builder warnings)
    {
        if (year is null || parts.Contains(part) || !parts.Contains(part == ReportPart.Plan ? ReportPart.Summary : ReportPart.Plan))
            return year;
        warnings.Add($"标题提到{year}年{name}，正文没有这一部分。");
        return null;
    }

    private ReportMetadata Metadata(
        string title, (int? Summary, int? Plan) covered, DateOnly? published, string? issuer, HeadFields fields,
        ImmutableArray<DraftParagraph> drafts, SourceEntry? overrides)
    {
        var (region, within) = _regions.Read(title, issuer, drafts, overrides);
        return new ReportMetadata(
            title, region, within, issuer, covered.Summary, covered.Plan, published,
            fields.IndexNumber, fields.DocumentNumber, overrides?.Address ?? fields.Address);
    }

    private ImmutableArray<Paragraph> Paragraphs(ImmutableArray<DraftParagraph> drafts, ReportPart[] parts, ParagraphYears years)
    {
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>(drafts.Length);
        var start = 0;
        for (var i = 0; i < drafts.Length; i++)
        {
            var draft = drafts[i];
            var sentences = Sentences(draft, parts[i], years);
            paragraphs.Add(new Paragraph(
                i + 1, draft.Kind, draft.Text, new TextSpan(start, start + draft.Text.Length), draft.Section, parts[i],
                [.. sentences.SelectMany(s => s.Years).Distinct().Order()], sentences));
            start += draft.Text.Length + 1;
        }

        return paragraphs.MoveToImmutable();
    }

    private ImmutableArray<Sentence> Sentences(DraftParagraph draft, ReportPart part, ParagraphYears years)
    {
        var runs = draft.Kind == ParagraphKind.Body ? RunReader.Read(draft.Text, draft.Sentences) : new string?[draft.Sentences.Length];
        var parts = draft.Sentences.Select(s => Part(s.Of(draft.Text), part, draft.Kind)).ToList();
        var each = years.Read(draft, runs, parts);
        return [.. draft.Sentences.Select((s, i) => new Sentence(s, runs[i], parts[i], each[i]))];
    }

    private ReportPart Part(string sentence, ReportPart paragraph, ParagraphKind kind) =>
        kind == ParagraphKind.Body && paragraph != ReportPart.Unknown && _words.Unmistakable(sentence) is var own and not ReportPart.Unknown
            ? own
            : paragraph;
}
