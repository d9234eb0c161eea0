using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Builds the tree of a policy document from its pieces: styles nest in the order in which they first appear.</summary>
internal sealed partial class PolicyOutline(PolicyText text)
{
    private const int LongestName = 40;
    private const int LongestLabel = 24;

    private readonly PolicyNode _root = new(null, null, 0);

    public PolicyNode Build()
    {
        var current = _root;
        foreach (var piece in PolicyPieces.Of(text))
        {
            // A caption holds for its rows only.
            if (piece.Kind != ParagraphKind.TableRow && current is { Style: HeadingStyle.Caption, Parent: { } around })
                current = around;
            if (piece.Style is null && Question().Match(text.PlainOf(piece.Span)) is { Success: true } asked)
                current = OpenQuestion(current, piece, asked.Length);
            else if (piece.Style is null or HeadingStyle.Bare && piece.Kind != ParagraphKind.TableRow && Topic().Match(text.PlainOf(piece.Span)) is { Success: true } topic)
                current = OpenTopic(current, piece, topic.Groups[1].Index);
            else if (piece.Style is { } style)
                current = Open(current, piece, style);
            else if (LabelOf(piece) is { } label)
                current = OpenLabel(current, piece, label);
            else
                Attach(current, piece);
        }
        return _root;
    }

    private PolicyNode Open(PolicyNode current, PolicyPiece piece, HeadingStyle style)
    {
        var parent = ParentFor(current, piece, style);
        var node = new PolicyNode(parent, style, piece.Number);
        parent.Children.Add(node);
        node.Own.Add(piece);
        NameOf(node, piece);
        return node;
    }

    private PolicyNode ParentFor(PolicyNode current, PolicyPiece piece, HeadingStyle style)
    {
        // Part, chapter, section and article nest by what they are called.
        if (style is >= HeadingStyle.NamedPart and <= HeadingStyle.Article)
            return WithAbove(current).First(n => n.Style is null && n == _root || n.Style < style);
        if (style is HeadingStyle.Bare or HeadingStyle.Caption)
            return BareParent(current, piece);
        var sibling = WithAbove(current).FirstOrDefault(n => n.Style == style && (n.Number < piece.Number || piece.Number == 0));
        if (sibling?.Parent is { } parent)
            return parent;
        // 1. anew, though 1. is open: it restarts below something that has closed meanwhile.
        var same = WithAbove(current).FirstOrDefault(n => n.Style == style);
        return same?.Parent ?? current;
    }

    private PolicyNode BareParent(PolicyNode current, PolicyPiece piece)
    {
        var isRole = MeasureRoles.Of(text.PlainOf(piece.Span)) != NodeRole.None;
        return WithAbove(current).First(n => n == _root
            || (isRole ? n.Role == NodeRole.None && n.Style is not HeadingStyle.Bare && !(n.IsTopic && n.Style is null) || (n.Style is HeadingStyle.Bare && n.Role == NodeRole.None) : n.Style is >= HeadingStyle.NamedPart and <= HeadingStyle.Section));
    }

    private static IEnumerable<PolicyNode> WithAbove(PolicyNode node) => node.Above().Prepend(node);

    // 问：…？ opens what the answer below it tells; 答： stands before that.
    private PolicyNode OpenQuestion(PolicyNode current, PolicyPiece piece, int length)
    {
        var parent = WithAbove(current).FirstOrDefault(n => n.IsTopic)?.Parent ?? WithAbove(current).First(n => n == _root || n.Style is not null);
        var node = new PolicyNode(parent, null, 0) { Name = text.Words(text.Trim(new(piece.Span.Start + length, piece.Span.End))), IsNameApart = true, IsTopic = true };
        parent.Children.Add(node);
        node.Own.Add(piece with { Span = new(piece.Span.End, piece.Span.End) });
        return node;
    }

    // 专题二：科技企业孵化载体 opens what stands below it, beside 专题一.
    private PolicyNode OpenTopic(PolicyNode current, PolicyPiece piece, int name)
    {
        var parent = WithAbove(current).FirstOrDefault(n => n.IsTopic)?.Parent ?? WithAbove(current).First(n => n == _root || n.IsHeading);
        var node = new PolicyNode(parent, HeadingStyle.Bare, 0) { Name = text.Words(text.Trim(new(piece.Span.Start + name, piece.Span.End))), IsNameApart = true, IsTopic = true };
        parent.Children.Add(node);
        node.Own.Add(piece with { Span = new(piece.Span.End, piece.Span.End), IsHeading = true });
        return node;
    }

    // 支持对象：…: a part of what stands above it.
    private static PolicyNode OpenLabel(PolicyNode current, PolicyPiece piece, (Wording Name, int Length) label)
    {
        // The items of the label before don't hold it: it stands beside that label.
        var parent = WithAbove(current).FirstOrDefault(n => n.Style is null && n.Role != NodeRole.None)?.Parent ?? current;
        var node = new PolicyNode(parent, null, 0) { Name = label.Name, IsNameApart = true, Role = MeasureRoles.Of(PolicyText.PlainOf(label.Name.Text)) };
        parent.Children.Add(node);
        node.Own.Add(piece with { Span = new(piece.Span.Start + label.Length, piece.Span.End) });
        return node;
    }

    // A line that goes on behind the items of a list speaks of the whole list.
    private void Attach(PolicyNode current, PolicyPiece piece)
    {
        var node = current;
        if (Answer().Match(text.PlainOf(piece.Span)) is { Success: true } answer)
            piece = piece with { Span = new(piece.Span.Start + answer.Length, piece.Span.End) };
        if (piece.Kind != ParagraphKind.TableRow)
        {
            while (node.Parent is { } parent && parent != _root && !node.IsHeading && node.Style is > HeadingStyle.Article
                && text.PlainOf(node.Own[^1].Span).TrimEnd() is [.., '。' or ';'])
                node = parent;
        }
        node.Own.Add(piece);
    }

    private void NameOf(PolicyNode node, PolicyPiece piece)
    {
        var plain = text.PlainOf(piece.Span);
        if (piece.IsHeading)
        {
            Set(node, piece, plain.TrimEnd(' ', ':', '。').Length, apart: true, behind: piece.Span.Length);
            return;
        }
        var label = Bracketed().Match(plain);
        if (label.Success)
        {
            var name = label.Groups[1];
            node.Name = text.Words(new(piece.Span.Start + name.Index, piece.Span.Start + name.Index + name.Length));
            Behind(node, piece, label.Length);
        }
        else if (LabelOf(piece) is { } found)
        {
            Set(node, piece, found.Name.Span.Length, apart: true, behind: found.Length);
        }
        else if (FirstSentence().Match(plain) is { Success: true } first && first.Groups[1].Length is >= 3 and <= LongestName && !Sentence().IsMatch(first.Value))
        {
            Set(node, piece, first.Groups[1].Length, apart: first.Length < plain.Length && !Given().IsMatch(first.Value), behind: first.Length);
        }
        else if (plain.Length <= LongestName && plain is [.., not ('。' or ';' or ':')] && !plain.AsSpan().ContainsAny(",。;"))
        {
            Set(node, piece, plain.Length, apart: false, behind: 0);
        }
        node.Role = node.Name is { } named ? MeasureRoles.Of(PolicyText.PlainOf(named.Text)) : NodeRole.None;
        if (node.Role == NodeRole.None && MeasureRoles.OfLead(plain) is var lead and not NodeRole.None)
            node.Role = lead;
    }

    private void Set(PolicyNode node, PolicyPiece piece, int length, bool apart, int behind)
    {
        node.Name = text.Words(text.Trim(new(piece.Span.Start, piece.Span.Start + length)));
        node.Role = MeasureRoles.Of(PolicyText.PlainOf(node.Name.Value.Text));
        if (apart)
            Behind(node, piece, behind);
    }

    private static void Behind(PolicyNode node, PolicyPiece piece, int length)
    {
        node.IsNameApart = true;
        node.Own[^1] = piece with { Span = new(Math.Min(piece.Span.Start + length, piece.Span.End), piece.Span.End) };
    }

    private (Wording Name, int Length)? LabelOf(PolicyPiece piece)
    {
        var plain = text.PlainOf(piece.Span);
        var bracket = Bracketed().Match(plain);
        if (piece.Style is null && bracket.Success && MeasureRoles.Of(bracket.Groups[1].Value) != NodeRole.None)
            return (text.Words(new(piece.Span.Start + bracket.Groups[1].Index, piece.Span.Start + bracket.Groups[1].Index + bracket.Groups[1].Length)), bracket.Length);
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 2 or > LongestLabel || plain.AsSpan(0, colon).ContainsAny(",。;") || plain.AsSpan(0, colon).ContainsAnyInRange('0', '9'))
            return null;
        var role = MeasureRoles.Of(plain[..colon]);
        // 第四条 申领企业应当具备下列条件：… leads to items; 高企奖励：… names.
        if (piece.Style is null ? role == NodeRole.None || colon > 12 : Given().IsMatch(plain[..colon]) || plain.Length == colon + 1)
            return null;
        return (text.Words(text.Trim(new(piece.Span.Start, piece.Span.Start + colon))), colon + 1);
    }

    [GeneratedRegex(@"^\s*(?:问题?\s?\d{0,3}|Q\d{0,3})\s?:\s*(?=.{4})", RegexOptions.None, 1000)]
    private static partial Regex Question();

    [GeneratedRegex(@"^\s*(?:(?:专题|方向|专项|类别|任务|课题|榜单|板块|模块|项目)\s?[一二三四五六七八九十\d]{1,3}|第[一二三四五六七八九十]{1,3}类)[:、.\s]\s*([^。;:]{2,30})$", RegexOptions.None, 1000)]
    private static partial Regex Topic();

    [GeneratedRegex(@"^\s*(?:答复?|A\d{0,3})\s?:\s*", RegexOptions.None, 1000)]
    private static partial Regex Answer();

    /// <summary>【…】 or （…） at the beginning.</summary>
    [GeneratedRegex(@"^\s*[【(]([^】)0-9]{2,40})[】)][:。]?\s*", RegexOptions.None, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\s*([^。;:0-9]{3,40})。\s*", RegexOptions.None, 1000)]
    private static partial Regex FirstSentence();

    [GeneratedRegex("[,]|本(?:办法|政策|细则|措施|意见|通知|标准|规定)|适用|应当?|必须|是指|所称|不得|须|的,", RegexOptions.None, 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex("给予|予以|不超过|最高|奖励\\d|补助\\d|按照?以下|按照?下列|如下|以下|下列|分段|分档|累加|计算", RegexOptions.None, 1000)]
    private static partial Regex Given();
}
