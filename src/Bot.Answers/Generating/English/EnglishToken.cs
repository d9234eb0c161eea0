using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>A piece of an English sentence.</summary>
internal abstract record EnglishToken
{
    private EnglishToken()
    {
    }

    /// <param name="Text">In lower case, without a possessive's ending.</param>
    /// <param name="Written">As it stands there.</param>
    public sealed record Word(string Text, string Written) : EnglishToken;

    /// <param name="Written">As it stands there.</param>
    /// <param name="Meaning">As a Chinese report would write it, without unit: 13969000000, 45.8%, 第5.</param>
    public sealed record Number(string Written, string Meaning) : EnglishToken;

    public sealed record Year(int Value) : EnglishToken;

    /// <summary>Part of a year: 1-11月.</summary>
    public sealed record Part(string Meaning) : EnglishToken;

    public sealed record Place(Region Region) : EnglishToken;

    /// <summary>Words that stand in the sentence in Chinese, with their quotation marks.</summary>
    public sealed record Chinese(string Text) : EnglishToken;

    /// <summary>A comma or the like: what stands before and after it are two statements.</summary>
    public sealed record Pause : EnglishToken;

    /// <summary>A character or name that no rule reads.</summary>
    public sealed record Odd(string Text) : EnglishToken;
}
