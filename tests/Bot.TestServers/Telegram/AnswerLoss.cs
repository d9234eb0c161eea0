namespace Bot.TestServers;

/// <summary>What of an exchange is lost.</summary>
public enum AnswerLoss
{
    None,
    Request,
    Answer,
}
