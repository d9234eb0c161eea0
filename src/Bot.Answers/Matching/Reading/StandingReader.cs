using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Reads which sizes and standings an enterprise tells to have, or expressly not to have.</summary>
internal sealed partial class StandingReader(MatchVocabulary vocabulary)
{
    private const int LongestAcronym = 8;

    public ImmutableArray<ToldStanding> Read(ImmutableArray<ToldClause> clauses)
    {
        var told = ImmutableArray.CreateBuilder<ToldStanding>();
        foreach (var clause in clauses)
        {
            var mentions = vocabulary.StandingForms.FindIn(clause.Text);
            for (var i = 0; i < mentions.Length; i++)
            {
                var (span, entry) = mentions[i];
                var before = clause.Text[(i == 0 ? 0 : mentions[i - 1].Span.End)..span.Start];
                var after = clause.Text[span.End..(i + 1 < mentions.Length ? mentions[i + 1].Span.Start : clause.Text.Length)];
                if (Standing(clause, entry, span, before, after) is { } standing && !told.Any(t => t.Name == standing.Name))
                    told.Add(standing);
            }
        }

        return told.ToImmutable();
    }

    private static ToldStanding? Standing(ToldClause clause, StandingEntry entry, TextSpan span, string before, string after)
    {
        // GMP标准厂房, ISO国际标准 are no certificates.
        if (IsAcronym(entry, span.Of(clause.Text)) && (NoCertificate().IsMatch(after) || !Certified().IsMatch(clause.Text)))
            return null;
        var isDenied = span.Of(clause.Text)[0] is '没' or '未' or '尚' || Denied().IsMatch(before) || DeniedAfter().IsMatch(after);
        if (entry.Kind == ConditionKind.Size)
            return new ToldStanding(entry.Kind, entry.Name, !isDenied);
        var acquired = Acquired(before, after);
        // 想申报高企, 高企怎么认定: asked about, not told.
        if (!isDenied && acquired is null && (Striven().IsMatch(before) || AskedAbout().IsMatch(after)))
            return null;
        var level = entry.Kind == ConditionKind.Platform ? LevelBefore(before) : GivenBy(before);
        // 国家级专精特新“小巨人”: there is none of another level.
        if (entry.Brings.Contains(level + entry.Name))
            level = "";
        var year = clause.Years.Length == 0 ? (int?)null : clause.Years.LastOrDefault(y => y.At < span.Start, clause.Years[0]).Year;
        return new ToldStanding(entry.Kind, level + entry.Name, !isDenied, isDenied ? null : acquired, isDenied ? null : year) { Words = span.Of(clause.Text) };
    }

    private static bool IsAcronym(StandingEntry entry, string words) =>
        entry.Kind == ConditionKind.Recognition && words.Length <= LongestAcronym && words.All(char.IsAsciiLetterOrDigit);

    private static Acquisition? Acquired(string before, string after) =>
        Renewed().IsMatch(before) || Renewed().IsMatch(after) ? Acquisition.Renewed
        : First().IsMatch(before) || First().IsMatch(after) ? Acquisition.First
        : Lately().IsMatch(before) || LatelyAfter().IsMatch(after) ? Acquisition.New
        : null;

    // 被省里认定为首台（套）, 省级专精特新; a city's name before a recognition is only where it is.
    private static string GivenBy(string before) => By().Match(before) is { Success: true } by ? LevelBefore(by.Groups["level"].Value) : "";

    private static string LevelBefore(string before) => Level().Match(before) is { Success: true } level
        ? level.Value.TrimEnd('级', '里') switch { "国家" => "国家级", "省" or "自治区" => "省级", "市" => "市级", _ => "区级" }
        : "";

    [GeneratedRegex("(?:不是|不算|没有|还没有?|没评上|没拿到|没能|没|未被?|非|尚未|未能|失去|取消了?|not (?:yet )?(?:a |an )?)(?:认定|评上|评为|成为|获得|拿到|取得|入选|是|通过|进入)*(?:为|过)?(?:国家级?|省级?|市级?|区级?)?$")]
    private static partial Regex Denied();

    [GeneratedRegex("^(?:证书|资格|认定)?(?:还没|没有|没|未|尚未|还未|已过期|过期了|到期了没)")]
    private static partial Regex DeniedAfter();

    [GeneratedRegex("(?:想|打算|准备|计划|争取|希望|如果|要是|假如|怎么|如何|申报|申请|冲刺|冲|评选|想评|当上|培育|成为|hope|plan|apply for)[^,]{0,6}$")]
    private static partial Regex Striven();

    [GeneratedRegex("^(?:的)?(?:怎么|如何|申报|申请|认定条件|认定(?:怎|如|需|要|条|标|能|有|后)|有什么条件|条件|要求|能认定|评审|培育)")]
    private static partial Regex AskedAbout();

    [GeneratedRegex("^ ?(?:标准|厂房|车间|国际标准|国家标准|地方标准|行业标准|,|、)")]
    private static partial Regex NoCertificate();

    [GeneratedRegex("认证|证书|认可|资质|通过|取得|获|拿|贯标|certif|accredit")]
    private static partial Regex Certified();

    [GeneratedRegex("重新认定|重新评|复审|复核|重认定|再次认定|再次通过|续评|renewed|re-certified")]
    private static partial Regex Renewed();

    [GeneratedRegex("首次|第一次|初次|首度|头一次|头一回|for the first time|first")]
    private static partial Regex First();

    [GeneratedRegex("(?:刚刚?|新)(?:被|获批|获|获得|批准|评上?|评为|认定|拿到?|通过|成为|入选|入库|取得|过|升|升为)+(?:了|的|为)*(?:国家级?|省级?|市级?)?$|newly|just (?:been )?(?:recognised|recognized|certified)[a-z ]*$")]
    private static partial Regex Lately();

    [GeneratedRegex("^(?:刚刚?|才|新)(?:通过|认定|评上|拿到|下来|入库|获批)")]
    private static partial Regex LatelyAfter();

    [GeneratedRegex("(?<level>(?:国家|省|市|区|县)(?:级|里|(?=认定|评定|评为)))(?:的|认定|评定|评为|评上|批准|入选|列入|被|为|了|新)*$")]
    private static partial Regex By();

    [GeneratedRegex("(?:国家(?:级|里)?|省[级里]?|自治区级?|市[级里]?|区[级里]|县[级里])$")]
    private static partial Regex Level();
}
