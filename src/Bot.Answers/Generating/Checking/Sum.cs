using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>A calculation that the extractive answer shows.</summary>
internal sealed record Sum(string Expression)
{
    private readonly string _bare = Bare(Expression);

    public bool IsIn(DraftSentence sentence) => _bare.Length > 0 && Bare(sentence.Text).Contains(_bare, StringComparison.Ordinal);

    private static string Bare(string text) => TextFolding.Fold(text).Replace(" ", "", StringComparison.Ordinal);
}
