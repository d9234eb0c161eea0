using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>The forms that structure is told by.</summary>
internal static partial class StructurePatterns
{
    private const string Numeral = "[一二三四五六七八九十百零〇]";

    [GeneratedRegex($"^第({Numeral}{{1,4}}|\\d{{1,3}})(部分|章|节|条)[\\s　、：:.．]*")]
    public static partial Regex Ordinal { get; }

    [GeneratedRegex($"^({Numeral}{{1,3}})\\s?[、.．]\\s*")]
    public static partial Regex Chinese { get; }

    [GeneratedRegex($"^[(（〔]\\s?({Numeral}{{1,3}})\\s?[)）〕][、.．]?\\s*")]
    public static partial Regex ChineseInBrackets { get; }

    [GeneratedRegex("^(\\d{1,2})\\s?(?:[、．]|\\.(?!\\d))\\s*")]
    public static partial Regex Arabic { get; }

    [GeneratedRegex("^\\d{1,2}(?:\\.\\d{1,2}){1,3}[.、]?\\s+(?=[一-鿿])")]
    public static partial Regex Decimal { get; }

    [GeneratedRegex("^[(（]?(\\d{1,2})[)）][、.．]?\\s*")]
    public static partial Regex ArabicInBrackets { get; }

    [GeneratedRegex("^([①-⑳⑴-⒇])\\s*")]
    public static partial Regex Circled { get; }

    [GeneratedRegex("^【[^】]{2,30}】[\\s　]*")]
    public static partial Regex Bracketed { get; }

    /// <summary>What leads to items, behind an article's number: 申领企业应当具备下列条件：, the items below it or right behind. Group 1 without the colon.</summary>
    [GeneratedRegex("\\G([^。；;：:]{4,60})[：:]\\s*(?:$|[(（]一[)）])")]
    public static partial Regex LeadOfItems { get; }

    /// <summary>A number with what it counts: what a heading doesn't have.</summary>
    [GeneratedRegex("\\d(?:\\.\\d+)?\\s?(?:[%％‰]|个百分点|[多余]?(?:亿|万|千|百)?(?:余)?(?:元|美元|家|个|项|件|人|名|次|场|单|倍|平方|台|套|户|条|篇|位|所|支|批|期|只|吨|公里|亩|亿|万|年以上|小时))")]
    public static partial Regex Count { get; }

    /// <summary>A day standing alone, as below a signature.</summary>
    [GeneratedRegex("^[(（]?\\s*(?:(?:19|20)\\d{2}|[二一][〇零○0一二三四五六七八九]{3})\\s*[年./-]\\s*[\\d一二三四五六七八九十]{1,3}\\s*[月./-]\\s*(?:[\\d一二三四五六七八九十]{1,3}\\s*日?)?\\s*[)）]?$")]
    public static partial Regex Day { get; }

    /// <summary>Year, month and day in Arabic digits.</summary>
    [GeneratedRegex("((?:19|20)\\d{2})\\s*[年./-]\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})")]
    public static partial Regex ArabicDay { get; }

    /// <summary>A document's number: 浙委发〔2015〕27号.</summary>
    [GeneratedRegex("^[一-鿿]{2,14}\\s?[〔\\[（(【]\\s?(?:19|20)\\d{2}\\s?[〕\\]）)】]\\s?\\d{1,4}\\s?号$")]
    public static partial Regex DocumentNumber { get; }

    /// <summary>An office's name alone, as a signature.</summary>
    [GeneratedRegex("^[一-鿿X×Ｘ]{2,24}(?:局|厅|委|部|办|办公室|委员会|政府|中心|协会)(?:[(（].{1,12}[)）])?$")]
    public static partial Regex Office { get; }

    /// <summary>An office and a month or day on one line, as on a cover.</summary>
    [GeneratedRegex("^[一-鿿X×Ｘ]{2,24}(?:局|厅|委|部|办|办公室|委员会|政府|中心|协会)[\\s　]+(?:19|20)\\d{2}\\s?年\\s?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?日)?$")]
    public static partial Regex OfficeAndDate { get; }

    /// <summary>The mark of a run inside a paragraph. Group 1 is its number where it has one.</summary>
    [GeneratedRegex($"^(?:(?:第?({Numeral}{{1,2}})(?:是|要(?=[一-鿿])))|第({Numeral}{{1,2}})[，,、]|(?:首先|其次|再次|此外|最后)[，,是]|[(（](\\d{{1,2}}|{Numeral}{{1,2}})[)）]|([①-⑳⑴-⒇]))\\s*")]
    public static partial Regex Run { get; }

    /// <summary>A run's mark after a colon or after something damaged: …如下:一是, 打50三是.</summary>
    [GeneratedRegex($"(?<=[：:]|[^一-鿿，,、“‘《(（])({Numeral}{{1,2}})是|(?<=[：:])(?:[(（](\\d{{1,2}})[)）]|([①⑴]))")]
    public static partial Regex RunInside { get; }

    /// <summary>A numeral that a run's mark may have lost its 是 behind (三健全…): not followed by a measure word.</summary>
    [GeneratedRegex($"^({Numeral}{{1,2}})(?={"[一-鿿-[个家项大级等类位批届次名年月天种十百千万亿条件期方者体条带网场台区院部站旬季带维轮来系把手致定般些直起并同样样流线步]]"})")]
    public static partial Regex RunWithoutMark { get; }
}
