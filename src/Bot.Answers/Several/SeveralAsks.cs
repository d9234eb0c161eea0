using System.Collections.Immutable;
using Bot.Answers.Understanding;

namespace Bot.Answers.Several;

/// <summary>
/// Sees to it that each thing a message asks for is answered, or said not to be told, in its place. What answers the message as a
/// whole stays as it is; the asks are only answered one by one where it leaves some of them out.
/// </summary>
internal static class SeveralAsks
{
    /// <summary>The answer to the whole message, completed; the same answer when nothing is missing in it.</summary>
    public static Answer Complete(Answer whole, QuestionReading reading, IReadOnlyCollection<AskResult> asks, int left)
    {
        if (asks.Count == 0 || asks.All(a => !a.IsAnswered))
            return whole;
        var missing = asks.Where(a => whole is not Answer.Answered || !Coverage.Covers(whole, reading.Kind, a)).ToImmutableArray();
        if (missing.IsEmpty && left == 0)
            return whole;
        var joiner = new AnswerJoiner();
        if (whole is Answer.Answered && missing.All(a => !a.IsAnswered))
        {
            joiner.Add(whole);
            foreach (var ask in missing.Where(a => !whole.Text.Contains(Why(a).Split('，')[0] + "。", StringComparison.Ordinal)))
                joiner.Add(Untold(ask, reading.IsEnglish), ask.Answer.Computed);
        }
        else
        {
            OneByOne(joiner, asks, reading);
        }

        if (left > 0)
            joiner.Add(reading.IsEnglish ? "That is as much as can be answered at once; please ask the rest again." : "提问的内容较多，其余部分请另行提问。");
        return joiner.Joined();
    }

    private static void OneByOne(AnswerJoiner joiner, IEnumerable<AskResult> asks, QuestionReading reading)
    {
        foreach (var ask in asks)
        {
            if (ask.IsAnswered)
            {
                if (ask.Preface is { } preface)
                    joiner.Add(preface);
                joiner.Add(ask.Answer);
            }
            else if (!Coverage.Covers(joiner.Joined(), QuestionKind.Figure, ask))
            {
                joiner.Add(Untold(ask, reading.IsEnglish), ask.Answer.Computed);
            }
        }
    }

    private static string Untold(AskResult ask, bool english) =>
        english ? $"On “{ask.Ask.Said}”: {Why(ask)}" : $"关于“{ask.Ask.Said}”：{Why(ask)}";

    // The first line of a refusal says why; what is near but no answer would only be mistaken for one here.
    private static string Why(AskResult ask) => Coverage.Marker().Replace(ask.Answer.Text.Split('\n')[0], "").TrimEnd('：', ':');
}
