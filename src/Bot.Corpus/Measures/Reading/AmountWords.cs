using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>The forms by which a number in a policy's sentence is told to be given, or asked for.</summary>
internal static class AmountWords
{
    private static readonly string Between =
        "(?:其|每(?:年|家|个|项|件|人|户|篇|名|位|台|套|款|次|单|张)?|企业|单位|机构|个人|团队|获奖者|申报单位|项目|资金|经费|金额|一次性|单次|合计|总额|累计|总计|共计?|各|分别|再|人民币|约|为|达|到|以|标准|市级|区级|县级|省级|财政|奖励|补助|补贴|资助|奖金|支持|研发|建设|运行|不同|相应|每年|年度|连续.年|的|等额|定额|梯度|额度|专项|配套)*";

    public static readonly Regex Cap = MeasureWords.Form(MeasureWords.Any("cap") + "(?:人民币|合计|为)?$");
    public static readonly Regex Floor = MeasureWords.Form(MeasureWords.Any("floor") + "$");
    private const string Receiver = "(?:[^,;。0-9的按]{0,8}?(?:机构|单位|企业|团队|个人|平台|工作站))?";

    public static readonly Regex Give = MeasureWords.Form(MeasureWords.Any("give") + Receiver + Between + "(?:" + MeasureWords.Any("cap") + "|" + MeasureWords.Any("floor") + ")?$");

    /// <summary>Such a verb that gives by itself: 奖励, not 为 or 按.</summary>
    public static readonly Regex GiveSurely = MeasureWords.Form(
        "(?:给予|予以|给以|奖励|奖补|补助|补贴|资助|支持|扶持|补足|发放|兑付|配套|贴息|补偿|加奖|授信|抵扣|减免|奖)" + Receiver + Between + MeasureWords.Any("cap") + "?$");

    public static readonly Regex Given = MeasureWords.Form(
        @"^(?:\((?:不?含|含税)\))?\s?(?:,)?(?:的)?" + MeasureWords.Any("grantlike") + "*" + MeasureWords.Any("grantnoun"));

    public static readonly Regex Capped = MeasureWords.Form("^(?:的)?" + MeasureWords.Any("capped"));
    public static readonly Regex GivenBehind = MeasureWords.Form("^(?:的(?!,))?(?:比例|标准|额度|金额)?[,，]?(?:进行|一次性|分[一二两三四五]?年|分期|逐年|每年|再|另行|按年度?|据实|优先|直接|全额|由.{2,8}|在税前|在计算应纳税所得额时|上浮|加权){0,3}(?:给予|予以|补助|补贴|奖励|资助|奖补|配套|贴息|支持|抵扣|兑付|兑现|补偿|承担|分担|返还|减免|扣除|加计扣除|计提|享受|核定|发放|拨付|安排|出资|跟投|抵用|让利|征收|缴纳)");
    public static readonly Regex Per = MeasureWords.Form("每(?<done>增加|新增|引进|培育|认定|完成|获得|入驻|毕业|授权|授权一|转化|举办|[^,;。:0-9的]{2,6}(?=[一1]))?[一1]?\\s?(?<per>[A-Z]{2,5}|份|个|家|件|项|人|户|篇|名|位|台|套|款|次|单|张|平方米|平米|亩|场|年|月|标|课|种|条|所|例|吨|千瓦时|度|人次)[^,;。:]{0,16}$");
    public static readonly Regex Quantifier = MeasureWords.Form(MeasureWords.Any("quantifier"));
    public static readonly Regex Once = MeasureWords.Form(MeasureWords.Any("once"));
    public static readonly Regex EachYear = MeasureWords.Form("每年|每年度|年度(?:补助|奖励|补贴|最高|累计)|按年|逐年|/年$|连续[一二两三四五1-5]+年(?:内)?(?:每年)?(?:给予|按|补|奖|资助|支持|享受)|年(?:最高|补贴|补助)");

    /// <summary>连续三年给予, 补贴期限最长不超过3年, 最长3年.</summary>
    public static readonly Regex Years = MeasureWords.Form(
        "(?:(?:给予|予以|可|享受|补助|补贴|资助|奖励|支持)(?:最长)?连续(?:资助|补助|支持|享受|补贴)?(?<n>[一二两三四五六1-6])年|连续(?:资助|补助|支持|享受|补贴|给予|奖励)?(?:不超过|最长)?(?<n>[一二两三四五六1-6])年(?:内)?(?:每年|,每年)?(?:给予|按|补|奖|资助|支持|享受|,按|,给予)|(?<!实施|执行|建设|研发|项目|合同|孵化|劳动|聘用|服务|培育|认定|有效)(?:期限|时间|年限|期)(?:累计|一般|原则上|最长|最多)*(?:不超过|不得超过|为)?(?:最长)?(?:(?<n>[一二两三四五六1-6])年|(?<m>12|24|36|48|60)个月)|(?:最长|最多|累计)(?:连续)?(?:支持|补助|补贴|不超过|资助|享受|期限|给予|可享受|可支持)*(?<n>[一二两三四五六1-6])(?:个)?年|(?:享受|发放|连续|连补|连奖)(?<n>[一二两三四五六1-6])年(?!内?(?:保持|增长|以上|盈利|获))|不超过(?<n>[一二两三四五六1-6])年的(?:贴息|补助|补贴|支持)|(?:贴息|补贴|补助)(?:期限?)?(?:最长)?不超过(?<n>[一二两三四五六1-6])年|(?<!近|前|满|上|立|册|第|续|续[^,。;]{0,6})(?<n>[一二两三四五六1-6])年(?:内)?(?:累计)(?:补助|奖励|支持|最高|不超过))");

    /// <summary>总规模, 统筹安排专项资金: money of the programme, not of an applicant.</summary>
    public static readonly Regex Total = MeasureWords.Form(MeasureWords.Any("total") + "[^,;。]{0,10}$");

    /// <summary>The years a match of <see cref="Years"/> states; 0 when it states none.</summary>
    public static int YearsOf(Match match) => match.Groups["m"] is { Success: true } months
        ? int.Parse(months.Value, System.Globalization.CultureInfo.InvariantCulture) / 12
        : HeadingNumber.Read(match.Groups["n"].Value.Replace('两', '二'));

    /// <summary>单个企业投资额不超过: a limit for each, whatever it measures.</summary>
    public static readonly Regex LimitsEach = MeasureWords.Form("^(?:且|并|其中|但)?(?:对[^,;。的]{0,20}?)?" + MeasureWords.Any("quantifier") + "[^,;。的对]{0,12}" + MeasureWords.Any("cap") + "$");

    /// <summary>Behind a number that bounds something: 以上, （含）至.</summary>
    public static readonly Regex Bound = MeasureWords.Form(@"^\s?(?:\((?:不?含)[^)]{0,4}\))?(?:及其?)?(?:以上|以下|之间|至|到|—)");

    /// <summary>What stands behind a threshold: 以上的, （含）以上且.</summary>
    public static readonly Regex Threshold = MeasureWords.Form(@"^\s?(?:\((?:不?含)\))?(?:及其?)?(?:以上|以下|以内|之间|之内)?(?:\((?:不?含[^)]{0,6})\))?(?:\(.{0,8}\))?(?:的(?!" + MeasureWords.Any("grantlike") + "*" + MeasureWords.Any("grantnoun") + ")|、|且|并|,且|或|[至到—]|企业)");
}
