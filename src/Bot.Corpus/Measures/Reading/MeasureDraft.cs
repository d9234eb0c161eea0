namespace Bot.Corpus;

/// <summary>A measure while it is being read.</summary>
internal sealed class MeasureDraft(PolicyNode node, TextSpan span)
{
    /// <summary>Where in the document it stands.</summary>
    public PolicyNode Node { get; } = node;

    public TextSpan Span { get; set; } = span;

    /// <summary>Where it says what it gives, if that is a part of it (a table's cell).</summary>
    public TextSpan? Giving { get; set; }

    public Wording? Name { get; set; }

    public List<PolicyCase> Cases { get; } = [];

    /// <summary>Sentences that lead to the cases or go on behind them.</summary>
    public List<TextSpan> Asides { get; } = [];

    /// <summary>Words before all cases that say who it is for (the lead of a list).</summary>
    public List<TextSpan> Leads { get; } = [];

    /// <summary>What its steps measure where they don't say so themselves; null: nothing said before them.</summary>
    public (Wording Words, ConditionKind Kind)? Measured { get; init; }

    /// <summary>Texts that list its conditions.</summary>
    public List<TextSpan> Lists { get; } = [];

    /// <summary>Whom it is for, where a label says so.</summary>
    public Wording? Beneficiary { get; set; }

    /// <summary>Labelled times and places of applying.</summary>
    public List<TextSpan> Application { get; } = [];

    /// <summary>A measure of its own in the same place, with what is said around both.</summary>
    public MeasureDraft Of(TextSpan span, IEnumerable<PolicyCase> cases)
    {
        var own = new MeasureDraft(Node, span) { Name = Name, Beneficiary = Beneficiary };
        own.Cases.AddRange(cases);
        own.Asides.AddRange(Asides);
        own.Leads.AddRange(Leads);
        own.Lists.AddRange(Lists);
        own.Application.AddRange(Application);
        return own;
    }

    public void Include(TextSpan span) => Span = new(Math.Min(Span.Start, span.Start), Math.Max(Span.End, span.End));
}
