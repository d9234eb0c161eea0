using System.Text.RegularExpressions;

namespace Bot.Answers.Grounding;

/// <summary>The last guard against showing contact data: reading takes it out already, this makes sure.</summary>
public static partial class PersonalData
{
    /// <summary>The text with mailboxes and telephone numbers replaced by words that say so.</summary>
    public static string Mask(string text) => Number().Replace(Mailbox().Replace(text, "（邮箱已略）"), "（号码已略）");

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")]
    private static partial Regex Mailbox();

    // Mobile numbers, and land lines with an area code.
    [GeneratedRegex(@"(?<!\d)(1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?!\d)")]
    private static partial Regex Number();
}
