namespace Bot.Answers;

/// <summary>Tells questions in English from those in Chinese, which may hold a Latin name.</summary>
public static class QuestionLanguage
{
    // An English question may name a Chinese place; a Chinese one may name a program or an abbreviation.
    private const int ChineseOfEnglish = 6;
    private const int LettersOfChinese = 8;

    public static bool IsEnglish(string question) =>
        question.Count(c => c >= '\u3400') < ChineseOfEnglish && question.Count(char.IsAsciiLetter) > LettersOfChinese;
}
