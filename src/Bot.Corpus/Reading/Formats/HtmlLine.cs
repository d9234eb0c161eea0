namespace Bot.Corpus;

/// <summary>A line of a web page.</summary>
/// <param name="IsContent">True inside the article's block.</param>
/// <param name="IsAbove">True before that block.</param>
internal sealed record HtmlLine(CleanLine Line, bool IsContent, bool IsAbove);
