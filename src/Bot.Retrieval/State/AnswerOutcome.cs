namespace Bot.Retrieval;

/// <summary>The two outcomes of a question.</summary>
public enum AnswerOutcome
{
    Answered,
    Refused,
}
