using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Channels;

/// <summary>What a link into the chat carries: at most 64 of A-Z, a-z, 0-9, _ and -. It opens a paragraph or asks a question.</summary>
internal abstract partial record DeepLink
{
    public const int MaximumLength = 64;

    private DeepLink()
    {
    }

    public sealed record OpenParagraph(ReportToken Report, int Paragraph) : DeepLink
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p-{Report}-{Paragraph}");
    }

    /// <param name="Question">Fits when it has no more than 46 bytes of UTF-8, which is 15 Chinese characters.</param>
    public sealed record Ask(string Question) : DeepLink
    {
        public bool Fits => ToString().Length <= MaximumLength;

        public override string ToString() => $"q-{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Question))}";
    }

    /// <summary>Null: no link of ours.</summary>
    public static DeepLink? Parse(string payload)
    {
        if (payload.Length > MaximumLength || Shape().Match(payload) is not { Success: true } match)
            return null;
        return match.Groups["question"] is { Success: true } question
            ? QuestionOf(question.Value)
            : new OpenParagraph(new(match.Groups["report"].Value), int.Parse(match.Groups["paragraph"].ValueSpan, CultureInfo.InvariantCulture));
    }

    private static Ask? QuestionOf(string encoded)
    {
        if (!Base64Url.IsValid(encoded))
            return null;
        try
        {
            return new Ask(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Base64Url.DecodeFromChars(encoded)));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A(?:p-(?<report>[A-Za-z0-9_-]{12})-(?<paragraph>[0-9]{1,9})|q-(?<question>[A-Za-z0-9_-]+))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
