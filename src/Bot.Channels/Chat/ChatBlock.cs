using System.Collections.Immutable;

namespace Bot.Channels;

/// <summary>A part of a chat message that a platform shows in one way. Blocks hold plain text; platforms add their own markup.</summary>
internal abstract record ChatBlock
{
    private ChatBlock()
    {
    }

    /// <summary>What a person reads of the block when there is no markup at all.</summary>
    public abstract string Visible { get; }

    /// <summary>Running text; its lines may be items of a list.</summary>
    public sealed record Prose(string Text) : ChatBlock
    {
        public override string Visible => Text;
    }

    /// <summary>Rows in a fixed-width font, none of which may be cut.</summary>
    public sealed record Preformatted(ImmutableArray<string> Rows) : ChatBlock
    {
        public override string Visible => string.Join('\n', Rows);

        public bool Equals(Preformatted? other) => other is not null && Rows.SequenceEqual(other.Rows);

        public override int GetHashCode() => Visible.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>Words of a report, folded up where the platform can.</summary>
    /// <param name="Head">Where they stand; empty where they go on from a block before.</param>
    public sealed record Quotation(string Head, string Text) : ChatBlock
    {
        public override string Visible => Head.Length == 0 ? Text : Text.Length == 0 ? Head : $"{Head}\n{Text}";
    }
}
