using Bot.Answers.Composing;
using Bot.Answers.Conversations;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>Answers a free question for support from the register of measures, where documents set measures for the asker's place.</summary>
internal sealed class MatchAnswers(IReportIndex index, Matchmaker matchmaker)
{
    private const int MostNamed = 8;

    /// <summary>An answer and the enterprise as it is known now.</summary>
    /// <param name="IsLookup">Nobody spoke of their own enterprise: what a document says is asked for, and other words of it may say it better.</param>
    /// <param name="IsBare">Beside the place nothing was told that a measure could be held against.</param>
    internal sealed record Told(Answer Answer, EnterpriseProfile Profile, bool IsLookup = false, bool IsBare = false);

    /// <summary>Null where the register has nothing for it: the reports are asked then.</summary>
    public async Task<Told?> AnswerAsync(Question question, QuestionReading reading, ConversationTurn? before, CancellationToken cancellationToken)
    {
        if (!index.Catalogue.Any(e => e.Measures > 0))
            return null;
        var own = matchmaker.Read(question.Text);
        var known = ConversationTurn.Known(before, question.Told);
        var isTelling = known is not null && Telling.IsTelling(reading.Folded, own);
        // 能补多少 after a dialogue about one's own enterprise is about it, too; a question with a place or a year of its own stands by itself.
        var isOwn = question.Told is not null && reading.Regions.IsEmpty && reading.Years.IsEmpty;
        if (!isTelling && !MatchAsked.Is(isOwn ? reading with { IsSelf = true } : reading, own))
            return null;
        var used = known is not null && !IsOfAnother(own, known) ? known : null;
        var profile = used?.With(own) ?? own;
        profile = profile with { Region = Narrower(reading, profile.Region) ?? profile.Region ?? OfConversation(before) };
        if (profile.Region is not { } place)
            return (isTelling || reading.Regions.IsEmpty && reading.IsSelf) && await PlaceWantedAsync(reading.IsEnglish, cancellationToken) is { } wanted ? new(wanted, profile) : null;
        var result = await matchmaker.MatchAsync(profile, cancellationToken, question.Text);
        if (Matchmaker.Tell(result, reading.IsEnglish, question.Text) is { } answer)
            return new(
                used is not null && question.Told is not null ? Naming(used, answer, reading.IsEnglish) : answer,
                profile,
                !isTelling && !reading.IsSelf && before?.Profile is null && question.Told is null,
                (own with { Region = null, Need = null }).IsEmpty);
        return IsElsewhere(reading, place) && await OtherPlaceAsync(place, reading, cancellationToken) is { } elsewhere ? new(elsewhere, profile) : null;
    }

    // What the dialogue told is not in sight any more: the answer says what it went by.
    private static Answer Naming(EnterpriseProfile used, Answer answer, bool english) => answer with
    {
        Text = answer.Text + (english ? $"\nIt goes by what you told before: {ProfileText.Of(used, english)}." : $"\n用到您先前说的：{ProfileText.Of(used, english)}。"),
    };

    // 佛山南海: the short name of a district is a place's only beside documents of that district.
    private Region? Narrower(QuestionReading reading, Region? told)
    {
        foreach (var metadata in index.Catalogue.Where(e => e.Measures > 0).Select(e => e.Metadata).OfType<ReportMetadata>())
        {
            if (metadata.Region is not { Length: > 2 } name || name[^1] is not ('市' or '县' or '区') || !reading.Folded.Contains(TextFolding.Fold(name[..^1]), StringComparison.Ordinal))
                continue;
            var inside = Places.Find(name, metadata.WithinRegion);
            if (inside is not null && (told is null ? reading.Regions.All(r => r.IsGuess) : inside != told && Places.IsIn(inside, told)))
                return inside;
        }

        return null;
    }

    // 那嘉兴呢 asks for the same enterprise elsewhere; whoever tells a place and facts beside it speaks of another one.
    private static bool IsOfAnother(EnterpriseProfile told, EnterpriseProfile known) =>
        told.Region is { } place && known.Region is { } before && !place.IsWithin(before) && !(told with { Region = null }).IsEmpty;

    private static Region? OfConversation(ConversationTurn? before) =>
        before?.Regions is [var only] ? Places.Find(only, null) : null;

    // 我们在湘潭，能拿株洲的补助吗: another place is asked about than the own one.
    private static bool IsElsewhere(QuestionReading reading, Region place) =>
        reading.Regions.Any(r => !r.IsGuess && !Places.IsIn(place, r.Region) && !Places.IsIn(r.Region, place));

    private async Task<Answer?> OtherPlaceAsync(Region place, QuestionReading reading, CancellationToken cancellationToken)
    {
        var english = reading.IsEnglish;
        var name = english && place.English.Length > 0 ? place.English : place.Name;
        return await WithPlacesAsync(
            english
                ? $"Support goes by where an enterprise is registered, and the documents here set no measures for {name}."
                : $"支持措施按企业注册地执行；资料中没有{name}的措施规定，其他地区的措施不能代替。",
            english,
            cancellationToken);
    }

    // Measures hold for a place: without it none may be offered.
    private Task<Answer?> PlaceWantedAsync(bool english, CancellationToken cancellationToken) => WithPlacesAsync(
        english
            ? "Support depends on where an enterprise is registered. Please tell me the city, county or district."
            : "能享受哪些措施取决于注册地，请先告诉我企业注册在哪个市、县（区）。",
        english,
        cancellationToken);

    private async Task<Answer?> WithPlacesAsync(string said, bool english, CancellationToken cancellationToken)
    {
        var regions = await matchmaker.RegionsAsync(cancellationToken);
        if (regions.IsEmpty)
            return null;
        var named = string.Join(english ? ", " : "、", regions.Take(MostNamed)) + (regions.Length > MostNamed ? english ? " and others" : "等" : "");
        return new AnswerDraft()
            .Line(said)
            .Line(english ? $"The documents here set measures for: {named}." : $"资料中载有措施规定的地区：{named}。")
            .Refused();
    }
}
