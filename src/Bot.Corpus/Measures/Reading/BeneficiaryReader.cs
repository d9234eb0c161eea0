using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Reads who a measure is for: 对…的高新技术企业, 企业购买…的, 支持科技型中小企业….</summary>
internal sealed class BeneficiaryReader(PolicyText text)
{
    private static readonly string Nouns = "(?:" + MeasureWords.Any("noun") + ")+";
    private static readonly Regex GivenTo = MeasureWords.Form("(?:给予|奖励|补贴|资助|补助)(?<who>[^,;。0-9的:]{1,10}?(?:企业|单位|机构|团队|个人))(?=[\\d一二三四五六七八九十百千]|,|。|;|补助|奖励|补贴|资助|最高|一次性|不超过|$)");
    private static readonly Regex Towards = MeasureWords.Form("(?:^|[,;。:|]|公司|银行|机构|中心|院|基金|重点)(?:其中)?,?(?:[一二三四五六七八九]是)?(?:对|对于|面向|向(?![^,;。:|]{0,60}?(?:购买|采购|委托|租|申请|提交|投保|支付|缴纳|借款|转让|开放))|为|投向|用于支持)(?:向)?(?<who>[^,;。:|]{2,70}?)(?=(?:提供|发放|给予|予以)(?![^,;。:|]{1,20}的(?:银行|机构|单位|企业|平台|金融机构)(?:[,;。]|$))|[,;。:|]|$)");
    private static readonly Regex Phrase = MeasureWords.Form("(?<who>[^,;。:|的对]{0,16}?" + Nouns + "(?:[、和及或](?:[^,;。:|的对]{0,12}?)" + Nouns + ")*)");
    private static readonly Regex Each = MeasureWords.Form("(?:每[家户个名]|同一|单[个家户])(?<who>[^,;。:|的对0-9]{0,12}?" + Nouns + ")");
    private static readonly Regex LastNoun = MeasureWords.Form("(?<who>(?:^|(?<=的))[^的]*?" + Nouns + "(?:\\([^)]*\\))?(?:[、和及或][^的]{0,14}?" + Nouns + ")*)(?:等)?$");
    private static readonly Regex Supports = MeasureWords.Form("(?:支持|鼓励|引导|推动|资助|奖励|扶持|助力|给予|降低|帮助)(?<who>[^,;。:|的]{0,16}?" + Nouns + ")");
    private static readonly Regex Verb = MeasureWords.Form("^.*?(?=首次|新认定|购买|开展|获得|获批|通过|建设|设立|引进|发生|投保|牵头|承担|参与|申请|实施|参加|入选|当年|上年|租|为|被|在|与|向|利用|研发|成立|组织|举办|按|投入|实现|符合|取得|办理|主导|委托|自|经|全职|作为|以|从|投资(?!机构|基金|公司|人|企业|主体)|完成|入驻|研制|落户|迁入)|^[^,;。]{0,16}由(?=[^,;。]{2,14}(?:牵头|主导|承担|建设|实施|联合|发起|组织|申报))");
    private static readonly Regex Faces = MeasureWords.Form("^\\s*(?:面向|支持对象为|对象为)(?<who>[^,;。:|]{2,90})");
    // 每个项目最高60万元 says of what, not to whom.
    private static readonly Regex Thing = MeasureWords.Form("(?:项目|平台|中心|人才)$");
    // 对在外地设立研发中心，研发人员10人以上的企业: the noun stands behind the last 的.
    private static readonly Regex Farther = MeasureWords.Form("(?:^|[,;。:])对(?:于)?(?<near>[^,;。:|]{2,60})(?:,[^,;。:|]{2,60}){0,3}?,[^,;。:|]{2,60}?的(?<who>[^,;。:|的]{0,10}(?:企业|单位|机构|银行|高校|院所|园区|团队))(?:,|$)");
    // 委托高校开展技术研发: begins with what is done, and names no applicant.
    private static readonly Regex Does = MeasureWords.Form("^(?:委托|购买|使用|租用|租赁|采购|与|向|通过|利用|引进|聘用|开展|按|经)");
    // 首次获评“小巨人”企业: those who are it.
    private static readonly Regex Won = MeasureWords.Form("^(?:首次|新|当年|年度)*(?:获评|获批|评为|入选|认定为?|通过认定)(?:的|为)?");
    // 创新券用于向服务机构购买…: what is given, not who gets it.
    private static readonly Regex Means = MeasureWords.Form("^[^,;。]{0,4}(?:券|资金|额度)(?:主要|重点)?(?:用于|可)?$");
    private static readonly Regex Clause = MeasureWords.Form("^[^,;。:|\\n]*");
    private static readonly Regex Applicant = MeasureWords.Form("(?:企业|单位|机构|高校|院所|银行|团队|个人|合作社|孵化器|众创空间|园区|载体)$");
    private static readonly Regex Bound = MeasureWords.Form("(?:规模|限额|[国省市区县]级)及?以[上下]");
    // 1-1项目: another row of the table.
    private static readonly Regex Reference = MeasureWords.Form("^\\d+—\\d+");
    private static readonly Regex Date = MeasureWords.Form("^\\d{4}年度?");

    /// <summary>Null when nobody is named.</summary>
    /// <param name="zone">The words before what is given.</param>
    /// <param name="whole">The measure's whole text.</param>
    public Wording? Read(TextSpan zone, TextSpan whole)
    {
        if (Given(whole) is { } given)
            return given;
        var plain = text.PlainOf(zone);
        if (Farther.Match(plain) is { Success: true } farther && Verb.Match(farther.Groups["near"].Value) is { Success: true, Length: <= 1 })
            return Words(farther.Groups["who"].Index, farther.Groups["who"].Length, zone.Start);
        if (Towards.Match(plain) is { Success: true } towards && FromPhrase(towards.Groups["who"].Value, towards.Groups["who"].Index + zone.Start) is { } named)
            return named;
        var start = plain.LastIndexOfAny(['。', ';', ':', '\n']) + 1;
        if (start < plain.Length && FromPhrase(plain[start..], zone.Start + start) is { } clause)
            return clause;
        return FromWhole(whole);
    }

    /// <summary>Who a sentence that gives nothing itself says it is all for: 面向…的高新技术企业. Null when it doesn't.</summary>
    public Wording? Whom(TextSpan sentence) =>
        Faces.Match(text.PlainOf(sentence)) is { Success: true } faces ? FromPhrase(faces.Groups["who"].Value, faces.Groups["who"].Index + sentence.Start) : null;

    /// <summary>Who gets it by the words right before what is given: 给予运营单位100万元. Null when these name nobody.</summary>
    public Wording? Given(TextSpan giving) =>
        GivenTo.Match(text.PlainOf(giving)) is { Success: true } given ? Words(given.Groups["who"].Index, given.Groups["who"].Length, giving.Start) : null;

    /// <summary>Who the words of a condition begin with: 小微企业购买云服务, 新认定的单项冠军企业. Null where they begin with what is done.</summary>
    public Wording? Opening(TextSpan condition)
    {
        var clause = Clause.Match(text.PlainOf(condition)).Value;
        var who = clause.Contains('的', StringComparison.Ordinal) ? LastNoun.Match(clause) : Phrase.Match(clause);
        if (!who.Success || Does.IsMatch(clause) && !clause.Contains('的', StringComparison.Ordinal) || !Applicant.IsMatch(who.Groups["who"].Value) || (!clause.Contains('的', StringComparison.Ordinal) && (who.Index > 0 || Verb.IsMatch(Bound.Replace(who.Groups["who"].Value, "")))))
            return null;
        return Words(who.Groups["who"].Index, who.Groups["who"].Length, condition.Start);
    }

    private Wording? FromWhole(TextSpan whole)
    {
        var plain = text.PlainOf(whole);
        if (Towards.Match(plain) is { Success: true } towards && Phrase.IsMatch(towards.Groups["who"].Value))
            return FromPhrase(towards.Groups["who"].Value, whole.Start + towards.Groups["who"].Index);
        var match = Each.Match(plain) is { Success: true } each ? each : Supports.Match(plain);
        return match.Success && !Thing.IsMatch(match.Groups["who"].Value) ? Shortened(match.Groups["who"].Value, whole.Start + match.Groups["who"].Index) : null;
    }

    // 新认定的国家高新技术企业: what the clause ends in; 企业首次通过认定的: what it begins with.
    private Wording? FromPhrase(string phrase, int offset)
    {
        var comma = phrase.IndexOf(',', StringComparison.Ordinal);
        var clause = comma > 0 ? phrase[..comma] : phrase;
        if (clause.Contains('的', StringComparison.Ordinal) && LastNoun.Match(clause) is { Success: true } noun)
            return Words(noun.Groups["who"].Index, noun.Groups["who"].Length, offset);
        return !Does.IsMatch(clause) && Phrase.Match(clause) is { Success: true } first ? Shortened(first.Groups["who"].Value, offset + first.Groups["who"].Index) : null;
    }

    private Wording? Shortened(string who, int offset)
    {
        var date = Date.Match(who);
        if (Won.Match(who) is { Success: true, Length: > 0 } won && who.Length - won.Length > 2)
            return Words(won.Length, who.Length - won.Length, offset);
        var (from, rest) = date.Success ? (date.Length, who[date.Length..]) : (0, who);
        if (Verb.Match(rest) is not { Success: true, Length: > 1 } verb)
            return Words(from, rest.Length, offset);
        return Means.IsMatch(verb.Value) ? null : Words(from, verb.Length, offset);
    }

    private Wording? Words(int index, int length, int offset)
    {
        var span = text.Trim(new TextSpan(index, index + length).Shift(offset));
        return span.Length < 2 || Reference.IsMatch(text.PlainOf(span)) ? null : text.Words(span);
    }
}
