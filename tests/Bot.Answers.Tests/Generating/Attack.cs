namespace Bot.Answers.Tests.Generating;

/// <summary>What a lying model says, and what of it must not be in the answer.</summary>
/// <param name="Text">{words} stands for the number of the paragraph that holds the words.</param>
/// <param name="Lie">Must not stand in the text, unless the extractive answer says the same.</param>
public sealed record Attack(string Name, string Question, string Text, string Lie)
{
    public override string ToString() => Name;
}
