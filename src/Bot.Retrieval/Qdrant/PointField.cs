namespace Bot.Retrieval;

/// <summary>Names of the payload's fields, and the kinds of point that share a collection.</summary>
internal static class PointField
{
    public const string Kind = "kind";
    public const string Version = "version";
    public const string Report = "report";

    public const string Number = "number";
    public const string Type = "type";
    public const string Part = "part";
    public const string Start = "start";
    public const string End = "end";
    public const string Text = "text";
    public const string Section = "section";
    public const string Years = "years";
    public const string Sentences = "sentences";
    public const string Figures = "figures";
    public const string Embedded = "embedded";

    public const string Title = "title";
    public const string Parts = "parts";

    public const string Ordinal = "ordinal";
    public const string Region = "region";
    public const string Label = "label";
    public const string Name = "name";
    public const string Words = "words";
    public const string FromYear = "from_year";
    public const string ToYear = "to_year";
    public const string ToMonth = "to_month";
    public const string Status = "status";
    public const string Aspect = "aspect";
    public const string Doubtful = "doubtful";
    public const string Corrected = "corrected";

    public const string Instrument = "instrument";
    public const string Standing = "standing";
    public const string FromDay = "from_day";
    public const string ToDay = "to_day";
    public const string Gaps = "gaps";
    public const string Hidden = "hidden";
    public const string Numbers = "numbers";
    public const string Measure = "measure";

    public const string File = "file";
    public const string Hash = "hash";
    public const string Metadata = "metadata";
    public const string Paragraphs = "paragraphs";
    public const string Passages = "passages";
    public const string Measures = "measures";
    public const string InForceFrom = "in_force_from";
    public const string Repeals = "repeals";
    public const string Warnings = "warnings";
    public const string Removed = "removed";
    public const string Problem = "problem";
    public const string At = "at";
    public const string Source = "source";

    public static class Kinds
    {
        /// <summary>One per report, under an id made from the report's: names the version that is read. Storing it is what switches readers.</summary>
        public const string Catalogue = "catalogue";

        /// <summary>One per version, stored before anything of it and deleted after everything of it: what a crash leaves behind is found by it.</summary>
        public const string Version = "version";

        public const string Paragraph = "paragraph";
        public const string Passage = "passage";
        public const string Figure = "figure";
        public const string Measure = "measure";
    }

    /// <summary>What points other than the catalogue's hold.</summary>
    public static IReadOnlyList<string> OfVersion { get; } =
    [
        Kind, Version, Report, Number, Type, Part, Start, End, Text, Section, Years, Sentences, Figures, Embedded, Title, Parts, Ordinal,
        Region, Label, Name, Words, FromYear, ToYear, ToMonth, Status, Aspect, Doubtful, Corrected, Instrument, Standing, FromDay, ToDay,
        Gaps, Hidden, Numbers, Measure, Removed, At,
    ];

    /// <summary>What is filtered by.</summary>
    public static IReadOnlyList<QdrantPayloadIndex> Indexed { get; } =
    [
        new(Kind, new("keyword")), new(Version, new("keyword")), new(Report, new("keyword")), new(Parts, new("keyword")),
        new(Region, new("keyword")), new(Name, new("keyword")), new(Status, new("keyword")), new(Aspect, new("keyword")),
        new(FromYear, new("integer", Lookup: false, Range: true)), new(ToYear, new("integer", Lookup: false, Range: true)),
        new(Instrument, new("keyword")), new(Standing, new("keyword")), new(Gaps, new("bool")), new(Hidden, new("bool")),
        new(Embedded, new("bool")), new(Doubtful, new("bool")), new(Corrected, new("bool")),
    ];
}
