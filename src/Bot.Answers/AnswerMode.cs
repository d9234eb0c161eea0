namespace Bot.Answers;

/// <summary>How the text was made.</summary>
public enum AnswerMode
{
    /// <summary>From the reports' own sentences and figures.</summary>
    Extractive,

    /// <summary>Phrased by a chat model, checked against the cited paragraphs.</summary>
    Generative,
}
