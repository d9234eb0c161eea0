namespace Bot.Answers.Matching;

/// <summary>The same words in the bot's two languages.</summary>
public readonly record struct Bilingual(string Chinese, string English)
{
    public string In(bool english) => english ? English : Chinese;
}
