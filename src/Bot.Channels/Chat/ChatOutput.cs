using System.Collections.Immutable;
using Bot.Answers;
using Bot.Answers.Grounding;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>What the bot says to a request; each platform writes it in its own way.</summary>
internal abstract record ChatOutput
{
    private ChatOutput()
    {
    }

    /// <summary>The language that it is in, where that was settled before; null: that of the request.</summary>
    public ChatLanguage? Language { get; init; }

    /// <summary>An answer with its citations, votes and follow-ups.</summary>
    /// <param name="IsRemembered">It can be voted on.</param>
    public sealed record Answered(Answer Answer, bool IsRemembered) : ChatOutput
    {
        /// <summary>What is said right behind it; null: nothing.</summary>
        public Asked? Then { get; init; }
    }

    /// <summary>Something that the bot asks.</summary>
    /// <param name="List">What stands above the question, with its citations; null: nothing.</param>
    /// <param name="Question">In the narrow Markdown of <see cref="Answer.Text"/>.</param>
    /// <param name="Rows">Buttons, row by row; empty where they can only be answered in words.</param>
    public sealed record Asked(Answer? List, string Question, ImmutableArray<ImmutableArray<ChatButton>> Rows) : ChatOutput;

    /// <summary>A few words for whoever pressed a button: under its place where the platform can show them there, else as a message.</summary>
    public sealed record Flash(string Text) : ChatOutput;

    /// <summary>The bot's own words, in the narrow Markdown of <see cref="Answer.Text"/>.</summary>
    public sealed record Notice(string Text, ImmutableArray<ChatButton> Buttons) : ChatOutput
    {
        public Notice(string text)
            : this(text, [])
        {
        }
    }

    /// <summary>A paragraph, whole.</summary>
    /// <param name="Section">Section path as shown to people; empty before the first heading.</param>
    /// <param name="Text">Verbatim but for personal data.</param>
    public sealed record Opened(ParagraphAddress Address, string Title, string Section, string Text) : ChatOutput
    {
        public static Opened Of(StoredParagraph found) => new(
            new ParagraphAddress(found.Report, found.Paragraph.Number),
            found.Metadata.Title,
            found.Paragraph.SectionPath,
            PersonalData.Mask(found.Paragraph.Text));
    }

    /// <summary>Nothing is said: it was not meant for the bot, or was said before.</summary>
    public sealed record Silent : ChatOutput;
}
