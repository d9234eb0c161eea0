using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>The forms that tell sentences that give from all the others of a policy document.</summary>
internal static class GivingWords
{
    /// <summary>Gives something without a sum: 给予适当补助, 享受加计扣除, 提供免费检测服务.</summary>
    public static readonly Regex Soft = MeasureWords.Form(
        "(?:给予|予以|享受|落实|提供|优先|发放|可?按规定|实行|纳入|减免|免收|免费|推荐|兑现|开辟|设立)[^,;。:|]{0,24}(?:奖励|补助|补贴|资助|贴息|减免|保费|担保|创新券|支持|服务|辅导|场地|加计扣除|优惠|奖补|扶持|贷款|周转|引导基金|天使基金|种子基金|产业基金|投资基金|创新基金|科创基金|创投基金|母基金|专项基金|工位|租金|风险补偿|培训|绿色通道|对接|扣除|所得税)|(?:减按|免征|免收|减半)[^,;。]{0,20}|按规定[^,;。]{0,10}(?:奖励|补助|资助)|授予[^,;。]{0,24}称号|可申请[^,;。]{0,14}(?:备案|认定)|[“\"]?一[^,;。:一”\"]{1,2}一[策议]|予以支持|提供[^,;。]{0,16}(?:检测|测评|评测|测试|咨询|导航|查新|诊断)");

    /// <summary>How much is given is said in another document: 支持额度根据榜单另行公布.</summary>
    public static readonly Regex SetElsewhere = MeasureWords.Form("(?:额度|标准|金额|强度)[^,;。]{0,16}(?:另行(?:公布|通知|确定|发布|制定)|以[^,;。]{2,16}为准)");

    /// <summary>Takes away, forbids, or says what becomes of wrongdoers.</summary>
    public static readonly Regex Negative = MeasureWords.Form(MeasureWords.Any("negative") + "|不得(?:享受|申报|重复)|不予(?:奖励|补助|支持|资助)|取消[^,;。]{0,12}资格|不再(?:给予|享受|支持)");

    /// <summary>Tells how things were or shall be.</summary>
    public static readonly Regex Statistic = MeasureWords.Form(
        "^(?:截至|截止|去年|近年来|目前|当前|“?十[三四五]五|到20\\d\\d年|力争|20\\d\\d年(?:度|末|底)?[,]?(?:全[市省区县]|我[市省区县]|本[市省区县]|共|累计|新增))|力争[^,;。]{0,10}(?:到|全|年|新增|实现|培育|达)|累计(?:发放|兑现|补助|支持|投入|安排|拨付|服务|为)|同比(?![^,;。]{0,10}(?:不低于|不少于|达到?|超过|高于|\\d%?以上|[^,;。]{0,6}的(?:企业|单位)?,))|(?:共|已)(?:支持|补助|兑现|安排|发放|培育)|目标(?:是|为|:)|到20\\d\\d年(?:底|末)?,|增长\\d+(?:\\.\\d+)?%(?:,(?!给予|按|奖励|予以|一次性|最高)|。)");

    /// <summary>Leaves it to others, or says how measures go together.</summary>
    public static readonly Regex LeftOpen = MeasureWords.Form("可结合实际|自行确定|各地(?:可|应)|就高|不重复|不得重复|同时符合|差额补足|按较高|(?:补助|补贴|奖励|政策|支持|资助)(?:政策|事项)?(?:由[^,;。]{2,12})?另行");

    /// <summary>Where the money comes from, who pays whom: no measure.</summary>
    public static readonly Regex Funding = MeasureWords.Form("(?:所需|奖补|专项|补助|扶持)?(?:资金|经费)(?:由|从|来源|列入|纳入|在)|列入[^,;。]{0,12}预算|按[^,;。]{0,20}(?:分担|比例承担|财政体制)|(?:市|区|县|省)[^,;。]{0,4}(?:、|和|与)(?:市|区|县|省)[^,;。]{0,12}(?:按|各)[^,;。]{0,14}(?:分担|承担|比例)");

    /// <summary>What counties have to do besides: 县市区应当给予1:1配套.</summary>
    public static readonly Regex OthersDuty = MeasureWords.Form("^(?:各)?(?:县|区|市|州|所在地)[^,;。]{0,10}(?:应当?|可|须|要|需|按)[^。;]{0,24}(?:配套|匹配)");

    /// <summary>Isn't for these: 重大项目实行一事一议，不适用本标准.</summary>
    public static readonly Regex NotHere = MeasureWords.Form("不(?:适用(?:于)?|享受|纳入)本(?:办法|政策|标准|措施|细则|规定|意见|通知|若干|指南)");

    /// <summary>What becomes of those who fail later: 评价不合格的，取消其资格.</summary>
    public static readonly Regex Revoked = MeasureWords.Form("不(?:合格|达标|通过)[^,;。]{0,8},?[^,;。]{0,6}(?:取消|撤销|退出|摘牌)");

    /// <summary>What one gets in all is held against something else: 享受奖补总额不超过其税收贡献.</summary>
    public static readonly Regex CapsGiven = MeasureWords.Form("(?:奖补|奖励|补助|扶持|补贴|支持|资助|享受)(?:资金|金额)*(?:总额|合计|累计|总计)[^。;0-9]{0,12}不(?:得)?(?:超过|高于)");

    /// <summary>One by one, as each case asks: “一室一策”, 一事一议.</summary>
    public static readonly Regex CaseByCase = MeasureWords.Form("[“\"]?一[^,;。:一”\"]{1,2}一[策议]");

    /// <summary>How much money there is in all: 专项资金规模由市财政局确定, 2023年安排2.3亿元.</summary>
    public static readonly Regex Pot = MeasureWords.Form("^[^,;。]{0,10}(?:专项|扶持|奖补|补助|引导)?(?:资金|经费)(?:的)?(?:总|年度)?(?:规模|盘子)|(?:^|[,;。])(?:20\\d\\d|每)年(?:度)?(?:预算)?安排(?:专项|扶持|奖补)?(?:资金|经费)?\\d");

    /// <summary>What one applicant gets in all: 同一单位同一年度按照第五条和第六条获得的资金合计不超过400万元.</summary>
    public static readonly Regex CapsAll = MeasureWords.Form("^\\s*(?:对)?(?:同一|单[个户家]|每[个户家])[^。;]{0,40}(?:合计|累计|总计|总额)[^。;]{0,8}不(?:得)?超过");

    /// <summary>Asks something of applicants, in a sentence of its own.</summary>
    public static readonly Regex Requirement = MeasureWords.Form("须|应当|必须|(?:应|需(?!求|要说明)|需要)(?:同时)?(?:在|为|是|具备|具有|符合|满足|已|达到|取得|拥有|有|经|签订|建立|完成|属于|按|不|于|与|无|承诺|通过|纳入|未|依法|实际|继续)|方可(?:享受|申[请报领]|获得)|不得(?!超过|高于|低于|少于|重复|享受)|(?:仅限|限于|只限)(?!一次)|不含(?!税)|另行(?:制定|通知|规定|明确)|不适用|不予(?:补助|补贴|受理|兑付|兑现|支持|奖励|资助|贴息|享受)|不计入|除外|的不[奖补]|用完(?:即|为)止|额满(?:即|为)止|不[补奖贴](?=[,;。|]|$)|不再(?:补助|奖励|资助|补贴)|停止(?:支持|补助|拨付)|不在[^,;。]{0,8}范围|取消[^,;。]{0,6}资格|先到先得|当年有效|(?:比例|之比|配比)(?:应|须)?不(?:低|少|高)于|^“[^”]{1,12}”(?:是|均)?指|为前提|前提条件|(?:申报|申请|享受)(?:条件|主体|对象)?(?:为|是|:)");

    /// <summary>Ends in a colon behind which the conditions are listed.</summary>
    public static readonly Regex LeadsToConditions = MeasureWords.Form("(?:符合|具备|满足|条件|要求)[^。;]{0,14}:\\s*$");

    /// <summary>Says whom the whole document is for.</summary>
    public static readonly Regex AppliesTo = MeasureWords.Form("(?:资金|经费)(?:主要|重点)?用于(?:支持|扶持|奖励|补助)[^。;]{2,60}的(?:企业|单位|机构|主体|组织)|适用于|适用对象|适用范围|所称[^,;。]{0,16}(?:企业|单位|主体|机构)[^,;。]{0,12}[,]?是指|(?:申报|申请|享受|支持|扶持|奖补|补助)[^,;。]{0,10}(?:主体|单位|企业|对象)(?:须|应|为|需|必须|是)|^(?:项目)?(?:负责人|申报人|申请人|牵头单位|合作单位|参与单位|承担单位)[^,;。]{0,8}(?:年龄|须|应(?!于|在)|需|必须|不超过|原则上)|^(?:企业)?(?:申报|申请|享受)[^,;。]{0,14}(?:政策|支持|资金|奖补|扶持|的(?:企业|单位|机构|个人))[^。;]{0,10}(?:须|应|需|必须|近|无|未|在)|的(?:企业|单位|机构)[^,;。]{0,4}(?:都|均)?(?:可以?|能)(?:申请|申报|享受)|本(?:办法|政策|措施|细则|意见|通知|若干政策|规定)(?:的)?(?:扶持|支持|适用|奖励|补助)(?:对象|主体|范围)?");

    /// <summary>Goes on with what the sentence before gives.</summary>
    public static readonly Regex GoesOn = MeasureWords.Form("^\\s?(?:其中|同时|并|另|此外|上述|以上|该|单个|同一|每[家个户项]|单[家户笔项]|补[助贴]|奖[励补]|最高|累计|资助|贴息|期限|具体|所需|超过|原则上|享受|在此基础|每年|按|年度|本条|连续|除|对同一|对已|已|前述|符合(?:上述|条件)|不足|单笔|一个)");

    /// <summary>A sentence, in plain text, that may give something: no punishment, no figure of the past, nobody else's duty.</summary>
    public static bool IsGiver(string plain)
    {
        plain = plain.TrimStart();
        return !Negative.IsMatch(plain) && !Statistic.IsMatch(plain) && !Pot.IsMatch(plain) && !OthersDuty.IsMatch(plain) && !NotHere.IsMatch(plain);
    }
}
