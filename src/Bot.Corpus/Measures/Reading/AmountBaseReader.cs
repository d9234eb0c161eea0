using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Reads what a rate is taken of: 按其上年度实际支付额的20%; …的利息，按50%给予补贴.</summary>
internal sealed class AmountBaseReader(PolicyText text)
{
    private const int LongestLook = 120;

    private static readonly (AmountBaseKind Kind, Regex Words)[] Kinds =
        [.. MeasureWords.Table("measure-bases.txt").Select(row => (Enum.Parse<AmountBaseKind>(row.Columns[0]), MeasureWords.Form(MeasureWords.Any(row.Words))))];

    private static readonly Regex Direct = MeasureWords.Form("(?:按照?|以(?!上|下|内)|参照|给予|予以|补助|补贴|奖励|资助|承担|支持|贴息|配套|抵扣|享受|不超过|不高于|最高|提供|对)(?:其|企业|单位|项目|不超过|最高|不高于|该|一次性|给予)*(?<base>(?!按|给予|以|不超过|最高)[^,;。:\\n|]{2,60}?)(?:的|×|\\*)(?:最高)?(?:不超过|不高于|上浮|至多|最高)?(?:给予|予以|补助)?$");
    private static readonly Regex Towards = MeasureWords.Form("对(?:企业|其|单位)?(?<base>[^,;。:\\n|]{2,30}?(?:费|费用|利息|保费|金额|支出|投入|租金))(?:给予|予以|按照?)?(?:最高|不超过)?$");
    private static readonly Regex Apart = MeasureWords.Form("(?:按照?|以(?!上|下|内)|对|根据)(?:其|企业|单位)?(?<base>[^,;。:\\n|]{2,40}?)(?<!的)[,](?:按照?|给予|予以|补助|补贴|奖励|资助)?(?:不超过|最高)?(?:给予|予以)?$");
    private static readonly Regex Behind = MeasureWords.Form("^\\d+(?:\\.\\d+)?[%‰]的(?<base>[^,;。:\\n|]{2,20}?)(?:补贴|补助|奖励|资助|贴息)");
    // 给予展位费80%的补助.
    private static readonly Regex Given = MeasureWords.Form("(?:按照?|给予|予以|补助|补贴|报销)(?:其|企业)?(?<base>[^,;。:\\n|的]{2,16}?(?:费用?|金额|利息|保费|租金|投入|支出|价款|投资额|合同额|成交额))(?:最高)?(?:不超过)?$");
    private static readonly Regex Bare = MeasureWords.Form("(?:^|[,;。:\\n|])(?:其|按)?(?<base>[^,;。:\\n|]{2,40}?)的(?:最高)?(?:不超过|不高于)?$");
    private static readonly Regex Exceeding = MeasureWords.Form("(?:超过|超出|高于)(?<sum>\\d+(?:\\.\\d+)?)(?<unit>[百千万亿]*元)(?:以上)?的?(?:部分)?");

    /// <summary>Null when the text names none.</summary>
    /// <param name="at">Where the rate begins.</param>
    public AmountBase? Read(TextSpan span, int at)
    {
        var from = Math.Max(span.Start, at - LongestLook);
        var left = text.Plain[from..at];
        left = left[(left.LastIndexOfAny([';', '。', '\n', '|']) + 1)..];
        var match = Direct.Match(left);
        if (!match.Success)
            match = Bare.Match(left);
        if (!match.Success)
            match = Towards.Match(left);
        if (!match.Success)
            match = Apart.Match(left);
        if (!match.Success)
            match = Given.Match(left);
        if (match.Success)
            return Of(match.Groups["base"], at - left.Length);
        var behind = Behind.Match(text.Plain[at..Math.Min(span.End, at + 40)]);
        return behind.Success && KindOf(behind.Groups["base"].Value) != AmountBaseKind.Other ? Of(behind.Groups["base"], at) : null;
    }

    private AmountBase? Of(Group words, int offset)
    {
        var span = text.Trim(new TextSpan(words.Index, words.Index + words.Length).Shift(offset));
        if (span.Length < 2)
            return null;
        var excess = Exceeding.Match(text.PlainOf(span));
        return new AmountBase(
            KindOf(words.Value), text.Words(span),
            excess.Success ? decimal.Parse(excess.Groups["sum"].Value, CultureInfo.InvariantCulture) : null,
            excess.Success ? excess.Groups["unit"].Value : null);
    }

    private static AmountBaseKind KindOf(string words)
    {
        foreach (var (kind, form) in Kinds)
            if (form.IsMatch(words))
                return kind;
        return AmountBaseKind.Other;
    }
}
