using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Channels;

/// <summary>What a button under an answer asks for, and its form on the wire: 1 to 64 bytes of ASCII.</summary>
internal abstract partial record ButtonPress
{
    /// <summary>In bytes.</summary>
    public const int MaximumLength = 64;

    private ButtonPress()
    {
    }

    public sealed record OpenParagraph(ReportToken Report, int Paragraph) : ButtonPress
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p:{Report}:{Paragraph}");
    }

    public sealed record Vote(string AnswerId, bool IsUp) : ButtonPress
    {
        public override string ToString() => $"{(IsUp ? 'u' : 'd')}:{AnswerId}";
    }

    /// <summary>The question is the button's own text, which comes back with the message.</summary>
    /// <param name="Index">Which of the answer's follow-ups.</param>
    public sealed record FollowUp(int Index) : ButtonPress
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"f:{Index}");
    }

    /// <summary>Forgets what the person asked.</summary>
    public sealed record Forget : ButtonPress
    {
        public override string ToString() => "x";
    }

    /// <summary>A choice in a guided dialogue.</summary>
    /// <param name="Talk">The dialogue: 8 of A-Z a-z 0-9 _ -.</param>
    /// <param name="Step">Which of its messages the button is under.</param>
    /// <param name="Choice">Which of the choices there, from index 0.</param>
    public sealed record Choose(string Talk, int Step, int Choice) : ButtonPress
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"m:{Talk}:{Step}:{Choice}");
    }

    /// <summary>True when an answer of this id can be voted on through a button.</summary>
    public static bool CanName(string answerId) => AnswerIdShape().IsMatch(answerId);

    /// <summary>Null: no button of ours, or of a form that is no longer known.</summary>
    public static ButtonPress? Parse(string? data)
    {
        if (data is null || Shape().Match(data) is not { Success: true } match)
            return null;
        if (data == "x")
            return new Forget();
        if (match.Groups["answer"] is { Success: true } answer)
            return new Vote(answer.Value, data[0] == 'u');
        if (!int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        if (match.Groups["talk"] is { Success: true } talk)
            return new Choose(talk.Value, int.Parse(match.Groups["step"].ValueSpan, CultureInfo.InvariantCulture), number);
        return match.Groups["report"] is { Success: true } report ? new OpenParagraph(new(report.Value), number) : new FollowUp(number);
    }

    [GeneratedRegex(@"\A(?:p:(?<report>[A-Za-z0-9_-]{12}):(?<number>[0-9]{1,9})|[ud]:(?<answer>[A-Za-z0-9_-]{1,62})|f:(?<number>[0-9])|m:(?<talk>[A-Za-z0-9_-]{8}):(?<step>[0-9]{1,4}):(?<number>[0-9]{1,2})|x)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,62}\z")]
    private static partial Regex AnswerIdShape();
}
