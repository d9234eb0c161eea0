using System.Collections.Immutable;
using Bot.Retrieval;

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
        /// <summary>The paragraph they stand in; null where no link leads to it.</summary>
        public ParagraphAddress? Address { get; init; }

        public override string Visible => Head.Length == 0 ? Text : Text.Length == 0 ? Head : $"{Head}\n{Text}";
    }

    /// <summary>A table for platforms that draw one.</summary>
    /// <param name="Rows">The first names the columns; all have the same number of cells.</param>
    public sealed record Table(ImmutableArray<ImmutableArray<string>> Rows) : ChatBlock
    {
        /// <summary>With a line per row, as pipe tables are written.</summary>
        public override string Visible => string.Join('\n', Rows.Select(RowLine).Prepend(RowLine(Rows[0])).Select((line, i) => i == 1 ? Rule : line));

        /// <summary>The same without a table: an item per row, its cells named.</summary>
        public Prose AsList() => new(string.Join('\n', Rows.Skip(1).Select(row => $"• {row[0]}：{string.Join("；", row.Skip(1).Select(Named).Where(cell => cell.Length > 0))}")));

        public bool Equals(Table? other) => other is not null && Visible == other.Visible;

        public override int GetHashCode() => Visible.GetHashCode(StringComparison.Ordinal);

        private string Rule => $"|{string.Concat(Enumerable.Repeat("---|", Rows[0].Length))}";

        private static string RowLine(ImmutableArray<string> row) => $"| {string.Join(" | ", row)} |";

        // A single column needs no name: the sentence before the table gives it.
        private string Named(string cell, int index) =>
            cell.Length == 0 || Rows[0].Length == 2 || Rows[0][index + 1].Length == 0 ? cell : $"{Rows[0][index + 1]} {cell}";
    }
}
