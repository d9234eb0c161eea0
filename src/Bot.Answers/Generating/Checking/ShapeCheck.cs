using System.Text.RegularExpressions;
using Bot.Answers.Grounding;
using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>What no answer may hold, whatever it cites: addresses, contact data, markup, the prompt.</summary>
internal sealed partial class ShapeCheck(string instructions)
{
    // So many characters in a row are no coincidence.
    private const int Repeated = 12;
    private const int RepeatedLetters = 32;

    private readonly string _instructions = Bare(instructions);

    /// <param name="boundary">The request's own secret.</param>
    public bool IsForbidden(string raw, string boundary) =>
        Address().IsMatch(raw) || Markup().IsMatch(raw) || PersonalData.Mask(raw) != raw || Phone().IsMatch(raw)
        || raw.Contains(boundary, StringComparison.OrdinalIgnoreCase) || Leaks(raw);

    private bool Leaks(string raw)
    {
        var bare = Bare(raw);
        return Repeats(bare, Repeated, isOfLetters: false) || Repeats(bare, RepeatedLetters, isOfLetters: true) || Prompt().IsMatch(bare);
    }

    private bool Repeats(string bare, int length, bool isOfLetters)
    {
        for (var i = 0; i + length <= bare.Length; i++)
        {
            if (bare.AsSpan(i, length).ContainsAnyExceptInRange('\0', '\x7f') != isOfLetters
                && _instructions.AsSpan().IndexOf(bare.AsSpan(i, length), StringComparison.Ordinal) >= 0)
                return true;
        }
        return false;
    }

    private static string Bare(string text) => new([.. TextFolding.Fold(text).Where(char.IsLetterOrDigit)]);

    [GeneratedRegex(@"https?:|www\.|://|[a-z0-9-]+\.(?:com|cn|net|org|io|gov|edu|top|xyz)\b|javascript:|data:", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"[<>`|]|!\[|\]\(|\{\{|&#|\\u[0-9a-f]{4}", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<!\d)\d{7,}(?!\d)|\d{3,4}[- ]\d{4}[- ]?\d{3,4}")]
    private static partial Regex Phone();

    [GeneratedRegex("系统提示|提示词|本提示|systemprompt|边界标记|资料段落编号|我是(?:一个)?(?:ai|人工智能|语言模型)|作为(?:一个)?(?:ai|语言模型)")]
    private static partial Regex Prompt();
}
