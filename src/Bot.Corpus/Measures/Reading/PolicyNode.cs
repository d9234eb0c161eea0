namespace Bot.Corpus;

/// <summary>A chapter, article or item of a policy document with what stands below it.</summary>
internal sealed class PolicyNode(PolicyNode? parent, HeadingStyle? style, int number)
{
    public PolicyNode? Parent { get; } = parent;

    public HeadingStyle? Style { get; } = style;

    public int Number { get; } = number;

    /// <summary>Its own text: the line that opens it and the unnumbered lines that go on.</summary>
    public List<PolicyPiece> Own { get; } = [];

    public List<PolicyNode> Children { get; } = [];

    /// <summary>What its heading or label calls it; null when it has none.</summary>
    public Wording? Name { get; set; }

    /// <summary>Its name is a heading or label before its text, not part of its sentences.</summary>
    public bool IsNameApart { get; set; }

    public NodeRole Role { get; set; }

    /// <summary>Opened by 专题一：…, 问：… or the like: the next of its kind stands beside it, whatever lists it holds.</summary>
    public bool IsTopic { get; init; }

    /// <summary>The whole of it opened by a heading that stands alone.</summary>
    public bool IsHeading => Own.Count > 0 && Own[0].IsHeading;

    public IEnumerable<PolicyNode> WithBelow() => Children.SelectMany(c => c.WithBelow()).Prepend(this);

    public IEnumerable<PolicyPiece> AllPieces() => WithBelow().SelectMany(n => n.Own);

    public IEnumerable<PolicyNode> Above()
    {
        for (var node = Parent; node is not null; node = node.Parent)
            yield return node;
    }

    /// <summary>All of its text, that of what stands below it included.</summary>
    public TextSpan Whole => AllPieces().ToArray() is { Length: > 0 } pieces ? new(pieces.Min(p => p.Whole.Start), pieces.Max(p => p.Whole.End)) : default;

    /// <summary>Its own heading, else that of the part it stands in; labels (申报条件) name nothing.</summary>
    public Wording? NameAround =>
        Above().Prepend(this).Where(n => n.Name is { } name && (n.Role == NodeRole.None || (n == this && MeasureRoles.Of(PolicyText.PlainOf(name.Text)) == NodeRole.None)) && (n.Style is null or HeadingStyle.Bare or >= HeadingStyle.Article || n == this))
            .Select(n => n.Name).FirstOrDefault();

    /// <summary>Its role, or that of the nearest part around it that has one.</summary>
    public NodeRole RoleAround => Role != NodeRole.None ? Role : Above().Select(n => n.Role).FirstOrDefault(r => r != NodeRole.None);
}
