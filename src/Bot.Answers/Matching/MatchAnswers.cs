using System.Text.RegularExpressions;
using Bot.Answers.Composing;
using Bot.Answers.Conversations;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>Answers a free question for support from the register of measures, where documents set measures for the asker's place.</summary>
internal sealed partial class MatchAnswers(IReportIndex index, Matchmaker matchmaker)
{
    private const int MostNamed = 8;

    /// <summary>Null where the register has nothing for it: the reports are asked then.</summary>
    public async Task<Answer?> AnswerAsync(Question question, QuestionReading reading, ConversationTurn? before, CancellationToken cancellationToken)
    {
        if (!index.Catalogue.Any(e => e.Measures > 0) || !IsAsked(reading))
            return null;
        var profile = matchmaker.Read(question.Text);
        if (reading.Kind is not QuestionKind.Measure && !(reading.IsSelf || !profile.Quantities.IsEmpty))
            return null;
        profile = profile with { Region = profile.Region ?? OfConversation(before) };
        if (profile.Region is null)
            return reading.Regions.IsEmpty && reading.IsSelf ? await PlaceWantedAsync(reading.IsEnglish, cancellationToken) : null;
        return Matchmaker.Tell(await matchmaker.MatchAsync(profile, cancellationToken), reading.IsEnglish, question.Text);
    }

    // Support is asked for; a number of it (能补多少), or a kind (有什么奖励), only by who tells of themselves.
    private static bool IsAsked(QuestionReading reading) => !reading.IsPremise && reading.Kind switch
    {
        QuestionKind.Measure => true,
        QuestionKind.Figure or QuestionKind.Open or QuestionKind.List or QuestionKind.Comparison => reading.AsksSupport || Support().IsMatch(reading.Folded),
        _ => false,
    };

    private static Region? OfConversation(ConversationTurn? before) =>
        before?.Regions is [var only] ? Places.Find(only, null) : null;

    // Measures hold for a place: without it none may be offered.
    private async Task<Answer?> PlaceWantedAsync(bool english, CancellationToken cancellationToken)
    {
        var regions = await matchmaker.RegionsAsync(cancellationToken);
        if (regions.IsEmpty)
            return null;
        var named = string.Join(english ? ", " : "、", regions.Take(MostNamed)) + (regions.Length > MostNamed ? english ? " and others" : "等" : "");
        return new AnswerDraft()
            .Line(english
                ? "Support depends on where an enterprise is registered. Please tell me the city, county or district."
                : "能享受哪些措施取决于注册地，请先告诉我企业注册在哪个市、县（区）。")
            .Line(english ? $"The documents here set measures for: {named}." : $"资料中载有措施规定的地区：{named}。")
            .Refused();
    }

    [GeneratedRegex("(?:什么|哪些|啥|多少|几|能|可以|有没有|怎么)[^,。;?]{0,10}(?:补|奖|资助|扶持|贴息|券|优惠|减免|政策)|reward|grant|subsid|support")]
    private static partial Regex Support();
}
