using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Reads words in the light of the question they answer: 260万 to R&amp;D spending of 2025, 绍兴 to the place.</summary>
internal sealed partial class GuidedReading(Matchmaker matchmaker)
{
    // Digits of a sum in 万元: ten thousand million yuan is more than anybody asked here spends.
    private const int LongestBare = 5;

    private static readonly Bilingual s_place = new("没认出这个地名，请写出市、县（区）的全名，重名的请连同所在的市一起写。", "I don't know that place: please give the full name of the city, county or district, with the city it lies in.");
    private static readonly Bilingual s_need = new("没读懂想要的是哪方面，请换个说法，例如“研发经费”“贷款贴息”“场地租金”。", "I can't tell what is looked for: try words such as R&D, loan or rent.");
    private static readonly Bilingual s_number = new("没读出数字，请连单位一起写，例如“260万元”“50人”“5%”；不清楚就跳过。", "I can't read a number: please give it with its unit, such as 260万元 or 5%, or skip.");
    private static readonly Bilingual s_date = new("没读出成立时间，请写年份或日期，例如“2021年5月”。", "I can't read when that was: please give a year or a date, such as 2021.");
    private static readonly Bilingual s_other = new("没读懂，请选一项、换个说法，或者跳过。", "I can't read that: please choose, say it in other words, or skip.");

    /// <summary>What words said to a question are.</summary>
    internal abstract record Outcome
    {
        public sealed record Answers(EnterpriseProfile Profile) : Outcome;

        /// <summary>They tell something, but not what was asked for.</summary>
        public sealed record TellsElse(EnterpriseProfile Profile) : Outcome;

        public sealed record NotKnown : Outcome;

        public sealed record Nothing(Bilingual Hint) : Outcome;
    }

    public Outcome Read(EnterpriseProfile known, GuidedQuestion question, string words)
    {
        var folded = TextFolding.Fold(words).Trim(' ', '。', '!', ',', ';');
        if (question.Options.FirstOrDefault(o => IsLabel(folded, o.Label)) is { } option)
            return new Outcome.Answers(known.With(option.Told));
        if (Unknown().IsMatch(folded))
            return new Outcome.NotKnown();
        var plain = matchmaker.Read(words);
        var answer = AnswerIn(known, question, folded, plain);
        // Told in passing (参展去上海) a place is not where the enterprise is; in answer to where it is, it was read just now.
        if (question.Fact?.Fact is ProfileFact.Region or ProfileFact.District || (known.Region is not null && !Seat().IsMatch(folded)))
            plain = plain with { Region = null };
        if (answer is not null)
            // A number is read again in the light of the question: 12人 of R&D staff are not the staff.
            return new Outcome.Answers(known.With(answer.Quantities.IsEmpty ? plain : plain with { Quantities = [] }).With(answer));
        return plain is { IsEmpty: true, Need: null } ? new Outcome.Nothing(HintOf(question)) : new Outcome.TellsElse(known.With(plain));
    }

    // What the words tell of what is asked for; null: nothing.
    private EnterpriseProfile? AnswerIn(EnterpriseProfile known, GuidedQuestion question, string folded, EnterpriseProfile plain) => question.Fact switch
    {
        null => Need(folded, plain),
        { Fact: ProfileFact.Region } => Place(folded, plain, ""),
        { Fact: ProfileFact.District } => Place(folded, plain, known.Region?.Name ?? ""),
        { Fact: ProfileFact.Founded } => plain.Founded is not null ? plain : Founded("成立" + folded) ?? Founded(folded + "成立") ?? Founded("founded " + folded),
        { Fact: ProfileFact.Sector } => plain.Sectors.IsEmpty ? null : plain,
        { Fact: ProfileFact.Quantity, Quantity: { } quantity, Year: var year } => Number(quantity, year, folded),
        { Fact: ProfileFact.Acquisition, Name: { } name } => Acquired(known, name, folded),
        { Fact: ProfileFact.Size, Name: null } => Sized(folded, plain),
        _ when question.TakesSeveral => Several(question, folded, plain),
        { Name: { } name } => YesNo(question, folded) ?? (plain.Standings.Any(s => s.Name == name) || plain.Declarations.Any(d => d == name || d == EnterpriseProfile.Denied + name) ? plain : null),
        _ => null,
    };

    // Whether the vocabulary of needs knows the words or not. Facts alone (我们是高企), and words that only agree, are no wish.
    private EnterpriseProfile? Need(string folded, EnterpriseProfile plain)
    {
        if (Telling.IsTelling(folded, plain) && !Wishing().IsMatch(folded))
            return null;
        var isKnown = plain.Quantities.IsEmpty && matchmaker.Vocabulary.Needs.Any(n => n.IsToldIn(folded));
        return isKnown || (Worded().IsMatch(folded) && !Agreeing().IsMatch(folded)) ? EnterpriseProfile.Empty with { Need = folded } : null;
    }

    // 都没有 says it of those that were offered, and of no others.
    private static EnterpriseProfile? Several(GuidedQuestion question, string folded, EnterpriseProfile plain)
    {
        if (No().IsMatch(folded) || NoneOfThem().IsMatch(folded))
            return question.Options[^1].Told;
        var named = Denying().IsMatch(folded) ? [] : question.Options.SkipLast(1).Where(o => folded.Contains(TextFolding.Fold(o.Label.Chinese), StringComparison.Ordinal));
        var told = named.Aggregate(EnterpriseProfile.Empty, (all, o) => all.With(o.Told)).With(plain);
        return told.Standings.IsEmpty ? null : told;
    }

    private static EnterpriseProfile? YesNo(GuidedQuestion question, string folded) =>
        !question.IsYesNo ? null
        : No().IsMatch(folded) ? question.Options[1].Told
        : Yes().IsMatch(folded) ? question.Options[0].Told
        : null;

    // A name that several places bear, without the one it lies in, is none.
    private EnterpriseProfile? Place(string folded, EnterpriseProfile plain, string within)
    {
        var words = within + folded;
        var place = Gazetteer.Default.FindIn(words).Any(m => m.IsAmbiguous) ? null : plain.Region is { } told && within.Length == 0 ? told : matchmaker.Read("注册在" + words).Region;
        return place is null || place.Name == within ? null : EnterpriseProfile.Empty with { Region = place };
    }

    private EnterpriseProfile? Founded(string words) => matchmaker.Read(words) is { Founded: { } founded } ? EnterpriseProfile.Empty with { Founded = founded } : null;

    private EnterpriseProfile? Sized(string folded, EnterpriseProfile plain)
    {
        var told = plain.Standings.IsEmpty && !folded.EndsWith("企业", StringComparison.Ordinal) ? matchmaker.Read(folded + "企业").Standings : plain.Standings;
        return told.Any(s => s.Kind == ConditionKind.Size) ? EnterpriseProfile.Empty with { Standings = [.. told.Where(s => s.Kind == ConditionKind.Size)] } : null;
    }

    private EnterpriseProfile? Acquired(EnterpriseProfile known, string name, string folded)
    {
        if (known.Standings.FirstOrDefault(s => s.IsHeld && s.Name == name) is not { } held)
            return null;
        var told = matchmaker.Read(folded + name).Standings.FirstOrDefault(s => s.Acquired is not null);
        return told is null ? null : EnterpriseProfile.Empty with { Standings = [held with { Acquired = told.Acquired, Year = told.Year ?? held.Year }] };
    }

    private EnterpriseProfile? Number(ProfileQuantity quantity, int? year, string folded)
    {
        var asked = new ToldQuantity(quantity, year, 0);
        if (!asked.IsShare && None().IsMatch(folded))
            return EnterpriseProfile.Empty with { Quantities = [asked] };
        // Of a range (100万到300万) neither end is the number.
        if (NumberScanner.Scan(folded).Any(n => n.Range != NumberRange.None) || (Bare().IsMatch(folded) ? WithUnit(asked, folded) : folded) is not { } words)
            return null;
        var read = matchmaker.Read(words, quantity).Quantities;
        return read.Any(q => q.Of == quantity) ? EnterpriseProfile.Empty with { Quantities = [.. read.Select(q => q.Of == quantity ? q with { Year = q.Year ?? year } : q)] } : null;
    }

    // The question says in which unit a bare number is taken. Null: one as large as this may be meant in yuan.
    private static string? WithUnit(ToldQuantity asked, string bare) =>
        asked.IsMoney ? bare.Split('.')[0].Count(char.IsAsciiDigit) > LongestBare ? null : bare + "万元"
        : asked.IsShare ? bare + "%"
        : asked.Of is ProfileQuantity.Staff or ProfileQuantity.RdStaff ? bare + "人"
        : asked.Of is ProfileQuantity.Area ? bare + "平方米"
        : bare + "件";

    private static bool IsLabel(string folded, Bilingual label) => folded == TextFolding.Fold(label.Chinese) || folded == TextFolding.Fold(label.English);

    private static Bilingual HintOf(GuidedQuestion question) => question.Fact?.Fact switch
    {
        null => s_need,
        ProfileFact.Region or ProfileFact.District => s_place,
        ProfileFact.Quantity => s_number,
        ProfileFact.Founded => s_date,
        _ => s_other,
    };

    [GeneratedRegex(@"^(?:我|我们)?(?:不知道|不清楚|不确定|不了解|说不准|说不好|没统计过?|都行|都可以|都要|都想看|随便|不限|全部|所有的?|don'?t know|i don'?t know|not sure|no idea|unknown|any|anything|all)$")]
    private static partial Regex Unknown();

    [GeneratedRegex("[\\u4e00-\\u9fff]{2}|[a-z]{3}")]
    private static partial Regex Worded();

    [GeneratedRegex("想|要|缺|需|希望|打算|准备|计划|申请|申报|找|want|need|looking|apply|would like")]
    private static partial Regex Wishing();

    [GeneratedRegex("^(?:是的|对的?|有的|属于|符合|没有|不是|好的?|好吧|可以|谢谢|知道了|明白|继续|开始|你好|您好|yes|yeah|nope|okay|fine|thanks?|thank you|hello|go on)$")]
    private static partial Regex Agreeing();

    [GeneratedRegex("^(?:以上|这些)?(?:都|全|一个都|一项都|什么都)(?:没有?|不是|无)(?:的)?$|^(?:没有|没)别的了?$|^none of (?:these|them|the above)$|^no others?$")]
    private static partial Regex NoneOfThem();

    [GeneratedRegex("不|没|非|未|无|not|none|no ")]
    private static partial Regex Denying();

    [GeneratedRegex("注册|落户|搬到|迁到|迁至|(?:我们|我司|公司|企业)(?:是|在)|registered|based|we are|moved")]
    private static partial Regex Seat();

    [GeneratedRegex("^(?:是的?|对的?|有的?|属于|符合|嗯|yes|y|yep|yeah|we (?:are|have|do))$")]
    private static partial Regex Yes();

    [GeneratedRegex("^(?:还|也)?(?:不是|没有|没|否|不|无|不算|不属于|不符合|未认定|不对|no|n|nope|not yet|we (?:are not|aren'?t|don'?t))(?:的|呢|有)?$")]
    private static partial Regex No();

    [GeneratedRegex("^(?:还|都)?(?:没有|没|无|零|none|zero)(?:的|过)?$")]
    private static partial Regex None();

    [GeneratedRegex(@"^\d[\d,]*(?:\.\d+)?$")]
    private static partial Regex Bare();
}
