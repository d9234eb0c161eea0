namespace Bot.Corpus;

/// <summary>
/// Takes the "label: value" lines out of a draft: what states issuer, date or number stays citable as field lines and goes into the
/// metadata; contact lines and the rest are chrome.
/// </summary>
internal static class LabelledLines
{
    public static void Take(Draft draft)
    {
        var first = draft.Lines.FindIndex(l => LineShape.IsProse(l.Text));
        var last = draft.Lines.FindLastIndex(l => LineShape.IsProse(l.Text));
        var kept = new List<DraftLine>();
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            var inside = first >= 0 && i > first && i < last;
            var below = first >= 0 && i > last;
            if (line.Kind != CleanLineKind.TableRow && LabelledLine.Read(line.Text) is { } labelled && Belongs(labelled, inside, below))
                TakeLine(draft, line, labelled, kept, seenBody: first >= 0 && i > first);
            else if (!inside && FieldLedger.IsDocumentNumber(line.Text))
                KeepField(draft, line.Number, line.Text, () => draft.Fields.NoteNumber(line.Text));
            else
                kept.Add(line);
        }
        draft.Lines = kept;
    }

    // Between sentences of the body a single "word: value" is the body's own, unless it says whom to call.
    private static bool Belongs(LabelledLine labelled, bool inside, bool below)
    {
        var kinds = labelled.Pieces.Select(p => p.Kind).ToArray();
        if (kinds.All(k => k == LabelKind.Footer) && !below)
            return false;
        if (labelled.Pieces is [{ Kind: LabelKind.Date, Value: { Length: > 0 } value }] && FieldLedger.ReadDay(value) is null)
            return false;
        return !inside || OpensTail(labelled.Pieces[0]) || kinds.Contains(LabelKind.Contact) || kinds.Length > 1 || labelled.OpensWithDay;
    }

    private static void TakeLine(Draft draft, DraftLine line, LabelledLine labelled, List<DraftLine> kept, bool seenBody)
    {
        if (labelled.OpensWithDay)
            KeepField(draft, line.Number, labelled.Before, () => draft.Fields.NoteDate(labelled.Before, rank: 1));
        else if (labelled.Before is ['【', .., '】'] && OpensTail(labelled.Pieces[0]))
            draft.Remove(line.Number, labelled.Before, "网页栏目");
        else if (labelled.Before.Length > 0)
            kept.Add(line with { Text = labelled.Before });
        foreach (var piece in labelled.Pieces)
            TakePiece(draft, line, piece, kept);
        if (seenBody && labelled.Pieces.Any(p => p.Kind is LabelKind.Contact or LabelKind.Footer || OpensTail(p)))
            kept.Add(DraftLine.TailOpening(line.Number));
    }

    private static bool OpensTail(LabelledPiece piece) => piece.Kind == LabelKind.Chrome && PageVocabulary.IsTailWord(piece.Label);

    private static void TakePiece(Draft draft, DraftLine line, LabelledPiece piece, List<DraftLine> kept)
    {
        var fields = draft.Fields;
        Action? note = piece switch
        {
            { Value: "" } => null,
            { Kind: LabelKind.Issuer } => () => fields.NoteIssuer(piece.Value, rank: 0),
            { Kind: LabelKind.Source } when PageVocabulary.LooksLikeOffice(piece.Value) => () => fields.NoteIssuer(piece.Value, rank: 1),
            { Kind: LabelKind.Date } when FieldLedger.ReadDay(piece.Value) is not null =>
                () => fields.NoteDate(piece.Value, PageVocabulary.DateRank(piece.Label)),
            { Kind: LabelKind.Number } when piece.Value.Any(char.IsDigit) => () => fields.NoteNumber(piece.Value),
            _ => null,
        };
        if (note is not null)
            KeepField(draft, line.Number, piece.Verbatim, note);
        else
            Drop(draft, line, piece, kept);
        if (piece.Rest.Length == 0)
            return;
        if (LineShape.IsProse(piece.Rest))
            kept.Add(line with { Text = piece.Rest, Indent = 0 });
        else
            draft.Remove(line.Number, piece.Rest, "网页按钮或残留");
    }

    private static void Drop(Draft draft, DraftLine line, LabelledPiece piece, List<DraftLine> kept)
    {
        if (piece is { Kind: LabelKind.Title, Value.Length: > 0 })
        {
            kept.Add(line with { Text = piece.Value });
            return;
        }
        if (piece is { Kind: LabelKind.Index, Value.Length: > 0 })
            draft.Fields.NoteIndex(piece.Value);
        if (piece.Kind == LabelKind.Address)
            draft.Fields.NoteAddress(piece.Value);
        // What was removed is shown to people, so whom to call is not repeated even there.
        var shown = piece is { Kind: LabelKind.Contact, Value.Length: > 0 } ? $"{piece.Label}：***" : piece.Verbatim;
        draft.Remove(line.Number, shown, Reason(piece));
    }

    private static string Reason(LabelledPiece piece) => piece switch
    {
        { Kind: LabelKind.Contact } => "联系方式（个人信息）",
        { Value: "" } => "空的网页栏目",
        { Kind: LabelKind.Index } => "索引号（已记入报告信息）",
        { Kind: LabelKind.Source } => "网页来源栏目（不是机构）",
        { Kind: LabelKind.Footer } => "页脚",
        _ => "网页栏目",
    };

    private static void KeepField(Draft draft, int number, string text, Action note)
    {
        note();
        if (draft.FieldLines.TrueForAll(f => f.Text != text.Trim()))
            draft.FieldLines.Add(new(number, text.Trim(), CleanLineKind.Text, 0));
    }
}
