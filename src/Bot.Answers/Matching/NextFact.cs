namespace Bot.Answers.Matching;

/// <summary>Something worth telling.</summary>
/// <param name="Settles">How many open conditions and sums of the offered measures it would settle.</param>
public sealed record NextFact(MissingFact Fact, int Settles)
{
    /// <summary>The question to put, in Chinese or English.</summary>
    public string Ask(bool english) => MatchWording.Ask(Fact, english);
}
