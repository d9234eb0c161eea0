using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Region names that no list can hold.</summary>
internal static partial class RegionPatterns
{
    /// <summary>An anonymised name: XX市, ××县, 某市, A市, X市.</summary>
    [GeneratedRegex("(?<![A-Za-z])(?:[XxＸ×✕*＊]{1,4}|[A-ZＡ-Ｚ]|(?<![一-鿿])某某?|某某)(?:省|市|县|区(?![域块间别])|州(?![市县]))(?!场)")]
    public static partial Regex Anonymised { get; }

    /// <summary>
    /// A name of two or three characters before 市 or 县, where a name can begin: after punctuation or a function word.
    /// The characters of 创新型城市, 设区市, 全省各市 and the like can't stand in it.
    /// </summary>
    [GeneratedRegex(
        "(?<=^|[\\s，。、；：“”（(《,;:！？!?]|[在和与及到是问对比了查年])" +
        "[一-鿿-[全我各本该省市县区级型城强示范设地创新个数家科技这那哪某多几上超都股楼夜集大中小两双副直辖首每外进出在和与及到是问对比了有年月日的由于据向从让使为把被等能下前后此其什么座邻周]]{2,3}" +
        "(?:[市县](?![场级区委政内长民面容立值本域城])|(?<!行|动|进|展|新|发|园|景|辖|库|郊|社|校|厂|矿|林|牧|灾|疫|军|战|特|边|税|治|贸|作|验|业|技|济|游|假|流|聚|能|先行|核心|山|片|湾|地)区(?![域块间位别县市内级]))")]
    public static partial Regex BySuffix { get; }

    // What stands before 区 and makes it a kind of zone and no district; also words that end where a district begins.
    private const string Zones =
        "(?!.{0,3}(?:高新|开发|经开|新|园|景|辖|库|郊|社|校|厂|矿|林|牧|灾|疫|军|战|特|边|保税|自治|自贸|合作|试验|实验|产业|工业|农业|科技|经济|旅游|度假|物流|集聚|功能|示范|先行|核心|城|主城|市|县|各|全|我|本|该|地|片|山|小|大湾|城市|湾|都市|区)区)";

    /// <summary>
    /// A name of two or three characters before 区, 县, 市 or 旗 that begins where a city's name ends: 天元区 in 株洲市天元区.
    /// </summary>
    [GeneratedRegex(
        "\\G" + Zones + "[一-鿿-[全我各本该省市县区级型强示范设个数家这那哪某多几的在和与及到是为被等能有年月日科局政府委办厅]]{2,3}?(?:区(?![域块间位别])|[县旗](?![级域委政])|市(?![级场委政区]))")]
    public static partial Regex Behind { get; }

    /// <summary>Latin words, for the English names.</summary>
    [GeneratedRegex("[A-Za-z]+(?:['’][a-z]+)?")]
    public static partial Regex LatinWord { get; }

    /// <summary>Weihai's names Weihai.</summary>
    public static string WithoutPossessive(string word) =>
        word.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || word.EndsWith("’s", StringComparison.OrdinalIgnoreCase) ? word[..^2] : word;

    /// <summary>How the Chinese names of what the English word calls a region end; empty for other words.</summary>
    public static string SuffixesOf(string word) => WithoutPossessive(word).ToUpperInvariant() switch
    {
        "CITY" or "MUNICIPALITY" => "市",
        "COUNTY" => "县旗",
        "DISTRICT" => "区",
        "PROVINCE" => "省区",
        "PREFECTURE" => "州盟",
        _ => "",
    };
}
