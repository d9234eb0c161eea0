using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Conditions without a number: standings held, first or again, region, field, credit.</summary>
internal sealed class NamedConditions(PolicyText text)
{
    private const int LongestDenial = 24;

    private static readonly Dictionary<string, (ConditionKind Kind, string Name)> Standings = MeasureWords.Table("measure-standings.txt")
        .SelectMany(row => row.Words.Select(word => (Word: PolicyText.PlainOf(word), Kind: Enum.Parse<ConditionKind>(row.Columns[0]), Name: row.Columns[1])))
        .DistinctBy(entry => entry.Word).ToDictionary(entry => entry.Word, entry => (entry.Kind, entry.Name), StringComparer.Ordinal);

    private static readonly Regex Standing = MeasureWords.Form(
        "(?<level>(?<![本我全])(?:国家级?|省部级|省级?|市级?|区级?|县级?|部级|全国|国际)(?:[、和及或/]?(?:国家级?|省级?|市级?|区级?|县级?))*(?:\\([^)]{1,6}\\))?(?:及?以上)?(?:重点|示范性?|培育|优秀|标杆|专业化?|特色|A类|B类)?)?(?<name>"
        + MeasureWords.Any(Standings.Keys) + ")");

    private static readonly Regex Joint = MeasureWords.Form("^(?:企业|\\([^)]{1,12}\\))?[、/和或及与](?:者)?$");
    private static readonly Regex First = MeasureWords.Form("首次|首家|新(?:通过|认定|获批|获评|获(?!授|得?注册|权)|入选|列入|备案|升规|上规|入库|评|晋升|增为|增规|纳入|升级|设立|建成的?)|重新(?:通过)?认定|重新(?:申报|备案|通过)|再次(?:通过)?认定|再次(?:获得|通过)|复[审评核](?:合格|通过)?|第一次|通过复");
    // 重新认定的，不再奖励.
    private static readonly Regex NotGiven = MeasureWords.Form("^[^,;。:|]{0,8}的?,?(?:不再|不予|不得|不享受|不重复|不给予|不[补奖])");
    private static readonly Regex Place = MeasureWords.Form(
        "(?:(?:工商)?(?:注册|登记)(?:登记)?(?:地|地址)?|税务(?:登记|征管|关系)*(?:地)?|税收(?:征管)?(?:关系)?(?:地)?|纳税(?:登记)?(?:地)?|住所(?:地)?|统计(?:关系)?(?:地)?|经营(?:地)?|所在地|、|及|和|与|均|依法)*(?:在|位于|属于|(?<!适用|用)于)(?<place>[^,;。的、:|在]{1,16}?)(?:行政区域|行政区划|行政区|辖区|区域|范围|境)?(?:范围)?(?:之?内)?(?:依法|合法|正式|实际|办理|工商|税务|已|新|首次|连续)*(?:注册|登记|设立|成立|纳税|缴纳|缴税|纳统|入统|办理税务|经营|依法纳税)(?:登记|注册|、|并|和|且|及|纳税|经营|统计|入库|关系|,?依法纳税|税务|所得税|,|税收|、?纳税|成立|实际|生产|办公|、?经营|设立|入统|纳统)*"
        + "|(?:工商)?(?:注册|登记|纳税|税务|税收|统计|经营|住所|所在)[^,;。|]{0,14}?(?:在|于|位于|为|属于)(?<place>[本我全][市区县省]|[^,;。的|]{1,12}?[市区县省州](?![^,;。、的|内注登纳税]{0,4}[市区县](?![级域内分间]))|辖区|区)(?:行政区域|行政区划|辖区|范围|境)?(?:范围)?(?:之?内|的)?|(?<place>[本我全][市区县省])(?:行政区域|辖区|范围)?内?(?:注册|登记|纳税)[^,;。|的]{0,8}|(?<place>区内|市内|辖区内|县内|省内)(?:注册|登记|纳税)[^,;。|的]{0,8}|(?:落户|迁入|搬迁至|搬迁到|迁至|迁到|迁移至|投向|投资|落地|在)(?:于|至|到|在)?(?<place>[本我][市区县省]|[区市县省]内|(?:新区|高新区|经开区|开发区|自贸区|示范区)(?![^,;。]{0,2}外)|(?<=(?:落户|迁入|搬迁至|搬迁到|迁至|迁到|迁移至|投向)(?:于|至|到|在)?)[^,;。的|、在至到和及与或:]{1,6}[市区县](?![级内场域分间别块]))(?:(?:实施)?(?:转化|落地|投产|产业化|生产|建设|实施|缴纳)[^,;。|的]{0,6})?|(?<place>[本我][市区县]|[区市县省]内|(?<=为)(?:新区|高新区|经开区|开发区))(?=[^,;。|的]{0,10}(?:企业|单位|机构|项目))");

    private static readonly Regex PlaceWord = MeasureWords.Form("^[本我全辖]|[市区县省州旗镇乡园城港]$|区内$|[本我][市区县省]");
    private static readonly Regex Year = MeasureWords.Form("^.*\\d?年度?");
    private static readonly Regex Credit = MeasureWords.Form("[^,;。:|(、]{0,24}(?:失信|信用(?!贷|保|担|卡|类)|违法|违规|安全(?:生产)?(?:、[^,;。]{1,12})?(?:责任)?事故|质量(?:责任)?事故|环境污染|环保|行政处罚|不良记录|黑名单|学术不端|偷税|处罚|经营异常|诚信|欠税|税收违|涉税|科研诚信|拖欠|安全(?:生产|、环保|环保)?(?:、环保)?达标|质量事件|污染事件)[^,;。|]{0,24}");
    private static readonly string SectorWords = MeasureWords.Any(VocabularyTable.Rows("measure-sectors.txt").SelectMany(row => row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    private static readonly Regex Sector = MeasureWords.Form("(?<verb>(?:主要)?从事|主营(?:业务)?(?:为|是)?|主要产品(?:为|是)|属于|符合|围绕|聚焦|在|面向)?(?<names>" + SectorWords + "(?:(?:[、和及或与]|或者)(?:等)?" + SectorWords + ")*)(?:等)?(?:重点|主导|新兴|核心)?(?<kind>领域|产业|行业|企业|项目|业务|研发|类|研究|技术)?");
    private static readonly Regex Works = MeasureWords.Form("(?:(?:主要)?从事(?!研发|研究|科研|技术|管理|生产|开发)|主营(?:业务)?(?:为|是)?(?!业务|收入))(?<names>[^,;。|]{2,30}?)(?:的|业务|活动|等|$|,)");
    private static readonly Regex Grows = MeasureWords.Form("(?<=(?:研发|研究开发|R&D)[^。;]{0,24})(?:(?:且|并)?(?:同比)?(?:实现|保持)?(?:正增长|不下降|不降低)|(?:较|比)[上前][一]?年度?(?:有所|实现|保持)?(?:正)?(?:增长|(?:不|未|没有|无)(?:得)?(?:出现)?(?:负增长|下降|降低|减少|下滑))(?!的?部分|额|\\d|额的))");
    private static readonly Regex Legal = MeasureWords.Form("(?:具有|具备|为|系)?(?:[^,;。、的:|]{0,4})?(?:独立)?法人(?:资格|地位|单位)|独立核算|财务(?:管理|会计|核算)?制度(?:健全|规范|完善)?|(?:健全|规范|完善)的(?:财务)[^,;。]{0,8}制度");
    // 不存在应结题未结题的科技计划项目, 未上市企业, 拟上市企业: not held.
    private static readonly Regex Denied = MeasureWords.Form("(?:不存在|没有|不属于|不含|不包括)[^,;。:|]{0,14}$|(?:未(?:曾|被)?|尚未|拟|非)[^,;。:|的]{0,14}$");
    // 未上市企业, 尚未获得高新技术企业认定: asked for is that it isn't held.
    private static readonly Regex Lacks = MeasureWords.Form("(?<!重|应|结)(?:尚未|从未|未曾|未|非)(?:被|曾|经)?(?:获得|获|取得|入选|认定为?|列入|是|为)?(?:过)?$");
    // 同一专利最多资助3个国家: whatever the thing is.
    private static readonly Regex Whichever = MeasureWords.Form("(?:同一|单[件个项]|同件)$");
    // 受让专利, 通过受让取得的专利: what is dealt in.
    private static readonly Regex Traded = MeasureWords.Form("(?:受让|购买|引进|转让|投保|购入|收购)[^,;。:|]{0,10}$");
    private static readonly Regex TakesPart = MeasureWords.Form("(?:参加|参与|举办|承办|组织|代表)[^,;。:|]{0,10}$");
    // 国家重点新材料首批次应用示范指导目录: a list that bears a standing's words in its own name.
    private static readonly Regex Catalogue = MeasureWords.Form("^[^,;。的、:|]{0,24}?(?:目录|名录)");
    private static readonly Regex Listed = MeasureWords.Form("(?:列入|纳入|入选|进入)[^,;。:|]{0,24}$");
    // 烟草及其配套企业不适用本意见.
    private static readonly Regex LeftOut = MeasureWords.Form("(?:^|(?<=[,;。:|]))(?<names>[^,;。:|的]{2,20}?)(?:企业|行业|产业|领域|类?项目)(?:一律|均|暂)?(?:不适用(?!于)|不(?:纳入|享受)本)");
    // What a standing is followed by where something else is meant.
    private static readonly Regex Beside = MeasureWords.Form("^(?:在孵|内的?企业|认定管理办法|认定机构|权?质押|证券化|保险|贯标|产品收入|产品认定|服务机构|代理|》|税收|融资担保|服务中心|申请|辅导|受理|参赛|标准厂房|厂房|车间|洁净|专板|股份转让|股转|创业创新|创新创业|公共服务|侵权|执行险|责任险|导航|交易|后备|梯队|许可|评审|检测等|检测、)");
    private static readonly Regex Pool = MeasureWords.Form("^(?:企业)?(?<pool>(?:培育|后备|储备|入库培育)(?:入?库|名单|计划|企业|对象|资源))");
    private static readonly Regex Newcomer = MeasureWords.Form("新(?:引进|迁入|招引|落户|注册|入驻|入孵)(?:的)?(?=[^,;。|]{0,8}(?:企业|机构|项目|公司))(?:企业)?");
    private static readonly Regex Outside = MeasureWords.Form("(?:不含|除外|不包括|不得从事|除[^,;。]{1,10}外)");

    public IEnumerable<MeasureCondition> Read(TextSpan span)
    {
        var plain = text.PlainOf(span);
        return Joined(span, plain)
            .Concat(First.Matches(plain).Select(m => new MeasureCondition(0, ConditionKind.FirstTime, At(m, span), IsGiven(plain, m) ? ConditionOperator.None : ConditionOperator.NotIn, Words: [IsAgain(m.Value) ? "重新" : "首次"])))
            .Concat(Place.Matches(plain).Where(m => IsPlace(m.Groups["place"].Value)).Select(m => new MeasureCondition(0, ConditionKind.Region, text.Trim(At(m, span)), ConditionOperator.In, Words: PlaceOf(m.Groups["place"].Value))))
            .Concat(Grows.Matches(plain).Select(m => new MeasureCondition(0, ConditionKind.RdGrowth, At(m, span))))
            .Concat(Credit.Matches(plain).Select(m => new MeasureCondition(0, ConditionKind.Credit, text.Trim(At(m, span)))))
            .Concat(Newcomer.Matches(plain).Select(m => new MeasureCondition(0, ConditionKind.Other, At(m, span))))
            .Concat(LeftOut.Matches(plain).Where(m => !Standing.IsMatch(m.Value) && !Sectors(span, plain).Any(s => s.Span.Overlaps(At(m, span)))).Select(m => new MeasureCondition(0, ConditionKind.Sector, text.Trim(At(m, span)), ConditionOperator.NotIn, Words: [m.Groups["names"].Value])))
            .Concat(Legal.Matches(plain).Select(m => new MeasureCondition(0, ConditionKind.Other, text.Trim(At(m, span)))))
            .Concat(Sectors(span, plain));
    }

    private static bool IsGiven(string plain, Match match) => !NotGiven.IsMatch(plain[(match.Index + match.Length)..]);

    private static bool IsAgain(string word) => word[0] is '重' or '再' or '复' || word.Contains("通过复", StringComparison.Ordinal);

    private static TextSpan At(Capture match, TextSpan span) => new TextSpan(match.Index, match.Index + match.Length).Shift(span.Start);

    // 高新技术企业或科技型中小企业: one condition with two ways to meet it.
    private IEnumerable<MeasureCondition> Joined(TextSpan span, string plain)
    {
        MeasureCondition? last = null;
        foreach (Match match in Standing.Matches(plain))
        {
            // 国家高新技术企业 is called so as a whole.
            var isWhole = Standings.TryGetValue(match.Value, out var whole) && whole.Kind == ConditionKind.Recognition;
            var (kind, name) = isWhole ? whole : Standings[match.Groups["name"].Value];
            if (Lacks.Match(plain[..match.Index]) is { Success: true } lacks)
            {
                if (last is not null)
                    yield return last;
                last = null;
                yield return new(0, kind, new TextSpan(lacks.Index, match.Index + match.Length).Shift(span.Start), ConditionOperator.NotIn, Words: [name]);
                continue;
            }
            if (IsPartOfOther(plain, match))
                continue;
            var pool = Pool.Match(plain[(match.Index + match.Length)..]) is { Success: true } behind ? behind : null;
            name += pool?.Groups["pool"].Value;
            var words = !isWhole && match.Groups["level"] is { Success: true } level && kind != ConditionKind.Size && !name.StartsWith(level.Value, StringComparison.Ordinal) ? Joined(level.Value, name) : name;
            var at = new TextSpan(match.Index, match.Index + match.Length + (pool?.Length ?? 0)).Shift(span.Start);
            if (last is not null && last.Kind == kind && Joint.IsMatch(text.Plain[last.Span.End..at.Start]))
            {
                last = last with { Span = new(last.Span.Start, at.End), Words = last.Words.Add(words) };
                continue;
            }
            if (last is not null)
                yield return last;
            last = new(0, kind, at, kind == ConditionKind.IntellectualProperty ? ConditionOperator.None : ConditionOperator.In, Words: [words]);
        }
        if (last is not null)
            yield return last;
    }

    // 全国重点 before 重点实验室: the words that both have stand there once.
    private static string Joined(string level, string name)
    {
        var shared = Math.Min(level.Length, name.Length);
        while (shared > 0 && !level.EndsWith(name[..shared], StringComparison.Ordinal))
            shared--;
        return level + name[shared..];
    }

    // 高新技术企业认定管理办法, 孵化器内企业, 知识产权质押 name something else.
    private static bool IsPartOfOther(string plain, Match match)
    {
        var after = plain[(match.Index + match.Length)..];
        var before = plain[Math.Max(0, match.Index - LongestDenial)..match.Index];
        if (Denied.IsMatch(before) || (Standings[match.Groups["name"].Value].Kind == ConditionKind.IntellectualProperty && (Whichever.IsMatch(before) || Traded.IsMatch(before))) || (match.Value.EndsWith("大赛", StringComparison.Ordinal) && TakesPart.IsMatch(before)))
            return true;
        return before.EndsWith('《') || (Catalogue.IsMatch(after) && Listed.IsMatch(before)) || (Beside.IsMatch(after) && !Pool.IsMatch(after)) || (after.StartsWith("检测中心", StringComparison.Ordinal) && match.Value.EndsWith("研究院", StringComparison.Ordinal));
    }

    // 在进行可能影响…经营 names none.
    private static bool IsPlace(string written) =>
        PlaceWord.IsMatch(written.Trim()) || (written.Trim().Length > 1 && Gazetteer.Default.FindIn(written).Any(m => !m.IsGuess));

    private ImmutableArray<string> PlaceOf(string written)
    {
        // 2025年度青溪区: the year says when.
        var place = Year.Replace(written, "").Trim();
        if (place.Length > 0 && (place[0] is '本' or '我' or '全' || text.Metadata.Region?.EndsWith(place, StringComparison.Ordinal) == true || place is "辖区" or "辖区内" or "区内" or "市内" or "县内" or "省内" or "区" or "市" or "县"))
            return text.Metadata.Region is { } own ? [own] : [];
        // 兰州新区 lies in 兰州市, and isn't all of it.
        if (text.Metadata.Region is { } whole && place.EndsWith(whole, StringComparison.Ordinal))
            return [whole];
        var named = Gazetteer.Default.FindIn(place).Where(m => !m.IsGuess).Select(m => m.Region.Name).ToImmutableArray();
        return named.IsEmpty ? [place] : [named[^1]];
    }

    private IEnumerable<MeasureCondition> Sectors(TextSpan span, string plain)
    {
        var taken = new List<TextSpan>();
        var standings = Standing.Matches(plain).Select(s => new TextSpan(s.Index, s.Index + s.Length)).ToArray();
        foreach (Match match in Sector.Matches(plain))
        {
            if (!match.Groups["verb"].Success && match.Groups["kind"].Value is not ("领域" or "产业" or "行业" or "企业" or "项目" or "业务"))
                continue;
            if (Array.Exists(standings, new TextSpan(match.Index, match.Index + match.Length).Overlaps))
                continue;
            taken.Add(new(match.Index, match.Index + match.Length));
            yield return Of(match, span, plain);
        }
        foreach (Match match in Works.Matches(plain))
            if (!taken.Exists(t => t.Overlaps(new(match.Index, match.Index + match.Length))))
                yield return Of(match, span, plain);
    }

    private MeasureCondition Of(Match match, TextSpan span, string plain)
    {
        var clause = plain[..match.Index].LastIndexOfAny([',', ';', '。', '(']) + 1;
        var end = plain.AsSpan(match.Index).IndexOfAny(",;。)") is >= 0 and var stop ? match.Index + stop : plain.Length;
        var op = Outside.IsMatch(plain[clause..end]) ? ConditionOperator.NotIn : ConditionOperator.In;
        var words = match.Groups["names"].Value.Split(['、', '和', '及', '或', '与'], StringSplitOptions.RemoveEmptyEntries);
        return new(0, ConditionKind.Sector, text.Trim(At(match, span)), op, Words: [.. words]);
    }
}
