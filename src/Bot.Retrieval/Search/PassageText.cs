using System.Collections.Immutable;

namespace Bot.Retrieval;

/// <summary>A passage's text with the title of its report and the headings above it.</summary>
internal sealed record PassageText(string Title, ImmutableArray<string> Section, string Text)
{
    /// <summary>What nearness is measured in: the nearest heading and the passage.</summary>
    public string WithHeading => Section is [.., var heading] ? $"{heading}\n{Text}" : Text;

    /// <summary>What is embedded.</summary>
    public string Embedded => EmbeddedText.Of(Title, Section, Text);
}
