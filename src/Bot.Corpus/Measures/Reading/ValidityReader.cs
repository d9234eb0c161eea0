using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Reads from when and how long a document holds, and which documents it ends.</summary>
internal sealed partial class ValidityReader(PolicyText text)
{
    /// <summary>What the document says of itself; <see cref="Validity.NotWritten"/> where it says nothing.</summary>
    public Validity Read()
    {
        var spoken = text.Paragraphs.Where(p => p.Kind is ParagraphKind.Body or ParagraphKind.TableRow)
            .SelectMany(p => Sentences.Of(text, p.Span)).Where(s => IsOfDocument(text.PlainOf(s))).ToArray();
        var validity = Read(spoken);
        return validity with { IsTrial = validity.IsTrial || Trial().IsMatch(PolicyText.PlainOf(text.Metadata.Title)) };
    }

    private bool IsOfDocument(string plain) =>
        (Speaks().IsMatch(plain) || OnlyFor().IsMatch(plain)) && !Own().IsMatch(plain) && (!Granted().IsMatch(plain) || Itself().IsMatch(plain)) && !IsOfAnother(plain);

    // 《若干措施》有效期至2027年12月31日, in a notice on how to apply under it.
    private bool IsOfAnother(string plain) =>
        OfNamed().Match(plain) is { Success: true } named && !Ends().IsMatch(plain) && !Itself().IsMatch(plain) && !OnlyFor().IsMatch(plain)
        && !PolicyText.PlainOf(text.Metadata.Title).Contains(named.Groups["title"].Value, StringComparison.Ordinal);

    /// <summary>What a measure says of itself alone (本条政策执行至2026年12月31日); null when nothing.</summary>
    public Validity? ReadOwn(TextSpan span)
    {
        var spoken = Sentences.Of(text, span).Where(s => Own().IsMatch(text.PlainOf(s))).ToArray();
        return spoken.Length > 0 && Read(spoken) is { To: not null } own ? own : null;
    }

    /// <summary>Articles that end before their document does (第十六条自2025年7月1日起停止执行), each with its last day and the sentence that says so.</summary>
    public IEnumerable<(TextSpan Article, DateOnly To, Wording Statement)> EndedArticles()
    {
        foreach (var sentence in text.Paragraphs.Where(p => p.Kind is ParagraphKind.Body).SelectMany(p => Sentences.Of(text, p.Span)))
        {
            foreach (Match match in ArticlesEnd().Matches(text.PlainOf(sentence)))
            {
                DateOnly? last = match.Groups["toy"].Success ? Day(match, "to") : Day(match)?.AddDays(-1);
                if (last is not { } to)
                    continue;
                foreach (var article in Articles(match.Groups["articles"].Value))
                    yield return (article, to, text.Words(text.Trim(sentence)));
            }
        }
    }

    /// <summary>Measures that end before their document does, by name (其中应用场景一条试行到2026年6月30日).</summary>
    public IEnumerable<(string Name, DateOnly To, Wording Statement)> EndedByName()
    {
        foreach (var sentence in text.Paragraphs.Where(p => p.Kind is ParagraphKind.Body).SelectMany(p => Sentences.Of(text, p.Span)))
            if (NamedEnd().Match(text.PlainOf(sentence)) is { Success: true } match && Day(match) is { } to)
                yield return (match.Groups["name"].Value, to, text.Words(text.Trim(sentence)));
    }

    // 第六条, 第六条、第八条, 第六条至第八条.
    private IEnumerable<TextSpan> Articles(string named)
    {
        var numbers = Article().Matches(named).Select(m => HeadingNumber.Read(m.Groups["n"].Value)).ToArray();
        var isRange = numbers.Length == 2 && Range().IsMatch(named);
        var opened = text.Paragraphs.Select(p => (p.Span, Opens: Article().Match(text.PlainOf(p.Span).TrimStart()))).Where(p => p.Opens is { Success: true, Index: 0 }).ToArray();
        for (var i = 0; i < opened.Length; i++)
        {
            var number = HeadingNumber.Read(opened[i].Opens.Groups["n"].Value);
            if (isRange ? number >= numbers[0] && number <= numbers[1] : numbers.Contains(number))
                yield return new(opened[i].Span.Start, i + 1 < opened.Length ? opened[i + 1].Span.Start : text.Text.Length);
        }
    }

    private Validity Read(TextSpan[] sentences)
    {
        DateOnly? from = null, to = null;
        (int Years, int Months)? length = null;
        TextSpan? statement = null;
        var repeals = ImmutableArray.CreateBuilder<NamedDocument>();
        foreach (var sentence in sentences)
        {
            var plain = text.PlainOf(sentence);
            var says = (From: FromIn(plain), To: ToIn(plain), Length: LengthIn(plain));
            if (says.From is not null || says.To is not null || says.Length is not null)
                statement ??= text.Trim(sentence);
            from ??= says.From;
            to ??= says.To;
            length ??= says.Length;
            repeals.AddRange(Repeals(sentence));
        }
        repeals.AddRange(Listed());
        if (to is null && from is { } first && length is { } holds)
            to = first.AddYears(holds.Years).AddMonths(holds.Months).AddDays(-1);
        return new(from, to, false, [.. repeals.DistinctBy(r => r.Title)], statement is { } words ? text.Words(words) : null);
    }

    private DateOnly? FromIn(string plain)
    {
        if (Since().Match(plain) is { Success: true } since)
            return Day(since);
        if (Between().Match(plain) is { Success: true } between)
            return Day(between);
        if (OnPublication().Match(plain) is { Success: true } published && text.Metadata.PublicationDate is { } day)
            return published.Groups["days"] is { Success: true } days ? day.AddDays(days.Value.Length > 0 && int.TryParse(days.Value, CultureInfo.InvariantCulture, out var later) ? later : (int)(ChineseNumber.Read(days.Value) ?? 0)) : day;
        return null;
    }

    private static DateOnly? ToIn(string plain)
    {
        if (OnlyFor().Match(plain) is { Success: true } only)
            return Day(only);
        if (Until().Match(plain) is { Success: true } until)
            return Day(until);
        return Between().Match(plain) is { Success: true } between ? Day(between, "to") : null;
    }

    private static (int Years, int Months)? LengthIn(string plain)
    {
        if (Length().Match(plain) is not { Success: true } match)
            return null;
        var written = match.Groups["n"].Value;
        var number = int.TryParse(written, CultureInfo.InvariantCulture, out var digits) ? digits : HeadingNumber.Read(written.Replace('两', '二'));
        return number is 0 or > 30 ? null : match.Groups["unit"].Value.Contains('月', StringComparison.Ordinal) ? (0, number) : (number, 0);
    }

    private static DateOnly? Day(Match match, string prefix = "")
    {
        var year = int.Parse(match.Groups[prefix + "y"].Value, CultureInfo.InvariantCulture);
        var month = match.Groups[prefix + "m"] is { Success: true } m ? int.Parse(m.Value, CultureInfo.InvariantCulture) : 12;
        if (month is < 1 or > 12)
            return null;
        var last = DateTime.DaysInMonth(year, month);
        var day = match.Groups[prefix + "d"] is { Success: true } d ? int.Parse(d.Value, CultureInfo.InvariantCulture) : last;
        return day >= 1 && day <= last ? new DateOnly(year, month, day) : null;
    }

    private IEnumerable<NamedDocument> Repeals(TextSpan sentence)
    {
        var plain = text.PlainOf(sentence);
        if (!Ends().IsMatch(plain))
            yield break;
        foreach (Match match in Title().Matches(plain))
        {
            var behind = plain[(match.Index + match.Length)..];
            if (Basis().IsMatch(plain[..match.Index]) || NamesWhatIsRead().IsMatch(behind))
                continue;
            // 《…》同时废止, several parted by 、; not 依据《…》….
            var isEnded = Ends().Match(behind) is { Success: true } ends && !Clause().IsMatch(behind[..ends.Index]);
            // 决定废止《…》、《…》.
            if (isEnded || EndsBefore().IsMatch(Title().Replace(plain[..match.Index], "")))
                yield return NameOf(match, sentence.Start);
        }
    }

    // 决定废止以下文件：1.《…》；2.《…》, each on a line of its own.
    private IEnumerable<NamedDocument> Listed()
    {
        var isListed = false;
        foreach (var paragraph in text.Paragraphs.Where(p => p.Kind is not ParagraphKind.Title))
        {
            var plain = text.PlainOf(paragraph.Span);
            var names = Title().Matches(plain);
            isListed &= Item().IsMatch(plain);
            if (isListed)
                foreach (Match match in names)
                    yield return NameOf(match, paragraph.Span.Start);
            isListed |= EndsBelow().IsMatch(plain.TrimEnd());
        }
    }

    private NamedDocument NameOf(Match match, int offset)
    {
        var (number, title) = (match.Groups["number"], match.Groups["title"]);
        return new(
            new TextSpan(title.Index, title.Index + title.Length).Shift(offset).Of(text.Text),
            number.Success ? new TextSpan(number.Index, number.Index + number.Length).Shift(offset).Of(text.Text) : null,
            new TextSpan(match.Index, match.Index + match.Length).Shift(offset));
    }

    [GeneratedRegex("施行|实施|有效期|废止|失效|停止执行|不再执行|执行期|执行至|生效|试行期|起执行|起试行|有效期限|政策期限|执行期限", RegexOptions.None, 1000)]
    private static partial Regex Speaks();

    [GeneratedRegex("(?:本条|本项|本款|该政策|该项|此项)[^。;]{0,16}(?:有效期|执行(?:期限)?|实施|截至|截止)", RegexOptions.None, 1000)]
    private static partial Regex Own();

    [GeneratedRegex(@"(?:^|[。;,])\s*(?:本[^,;。第]{2,6})?(?<articles>第[一二三四五六七八九十百零\d]{1,5}条(?:[、,和及与至到—]{1,2}第[一二三四五六七八九十百零\d]{1,5}条)*)[^。;《]{0,12}?(?:[自从于](?<y>20\d\d)年(?<m>\d{1,2})月(?<d>\d{1,2})日起?[^。;,]{0,4}(?:停止|终止|不再|废止|失效)|(?:执行|实施|有效期?|试行|政策期限)(?:期限)?(?:截?止?至|到)(?<toy>20\d\d)年(?<tom>\d{1,2})月(?<tod>\d{1,2})日)", RegexOptions.None, 1000)]
    private static partial Regex ArticlesEnd();

    [GeneratedRegex(@"其中,?[“”]?(?<name>[^,;。“”]{2,14}?)[“”]?(?:这?一?[条项款]|条款|政策|措施|部分)?(?:试行|执行|实施|有效期?|施行)(?:期限?)?(?:截?止?[至到]|到)(?<y>20\d\d)年(?<m>\d{1,2})月(?:(?<d>\d{1,2})日|底)", RegexOptions.None, 1000)]
    private static partial Regex NamedEnd();

    [GeneratedRegex(@"第(?<n>[一二三四五六七八九十百零\d]{1,5})条", RegexOptions.None, 1000)]
    private static partial Regex Article();

    [GeneratedRegex("条[至到—]", RegexOptions.None, 1000)]
    private static partial Regex Range();

    [GeneratedRegex("试行|暂行", RegexOptions.None, 1000)]
    private static partial Regex Trial();

    [GeneratedRegex(@"[自从于](?<y>20\d\d)年(?<m>\d{1,2})月(?<d>\d{1,2})日(?:起)?(?:开始|正式)?(?:施行|实施|执行|生效|试行|,|至|有效)", RegexOptions.None, 1000)]
    private static partial Regex Since();

    [GeneratedRegex(@"(?<y>20\d\d)年(?<m>\d{1,2})月(?<d>\d{1,2})日(?:起)?(?:至|到|—)(?<toy>20\d\d)年(?<tom>\d{1,2})月(?<tod>\d{1,2})日", RegexOptions.None, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"自?(?:发布|印发|公布|发文|颁布)之日(?:起)?(?:(?<days>\d{1,3}|[一二三四五六七八九十]{1,3})(?:个)?(?:工作)?日后)?(?:起)?(?:开始|正式)?(?:施行|实施|执行|生效|试行)", RegexOptions.None, 1000)]
    private static partial Regex OnPublication();

    [GeneratedRegex(@"(?:有效期(?:限)?|执行|施行|实施|期限|试行|有效|截止|截至|暂定)(?:为|自)?[^。;]{0,24}?(?:至|到|截至|截止)(?<y>20\d\d)年(?:(?<m>\d{1,2})月)?(?:(?<d>\d{1,2})日|底|末|年底)?", RegexOptions.None, 1000)]
    private static partial Regex Until();

    [GeneratedRegex(@"(?<!称号|证书|资格|备案|券|牌匾|合同|证)(?:有效期(?:限)?|试行期(?:限)?|执行期(?:限)?|政策期限|实施期限|试行|施行期限|有效)(?:暂定)?(?:为|是|:)?(?<n>\d{1,2}|[一二两三四五六七八九十])(?<unit>个?年|个月)", RegexOptions.None, 1000)]
    private static partial Regex Length();

    /// <summary>What stands before the names, these taken out.</summary>
    [GeneratedRegex("(?:废止|停止执行|停止实施|宣布失效)(?:了)?(?:以下|下列|如下)?[^。;,《]{0,10}?:?[、和及与以,;\\s\\d.]*$", RegexOptions.None, 1000)]
    private static partial Regex EndsBefore();

    [GeneratedRegex("(?:废止|停止执行|停止实施|失效)[^。;]{0,30}:$|(?:废止|失效)[^,。;]{0,12}(?:目录|清单|名单)$", RegexOptions.None, 1000)]
    private static partial Regex EndsBelow();

    [GeneratedRegex(@"^\s*(?:[\d一二三四五六七八九十]{1,3}[.、)]?|\([^)]{1,3}\)|序号)?[^《。]{0,12}《", RegexOptions.None, 1000)]
    private static partial Regex Item();

    /// <summary>废止《…》的通知: the name of what is read.</summary>
    [GeneratedRegex("^的(?:通知|决定|公告|通告|批复)", RegexOptions.None, 1000)]
    private static partial Regex NamesWhatIsRead();

    /// <summary>创新券自发放之日起有效期为12个月: how long what was given to one enterprise holds.</summary>
    [GeneratedRegex("(?:发放|领取|申领|认定|备案|颁发|核发|授予|获得|取得|入库|评定|授牌|签订|签发|到账|核准|批准|下达|登记|立项|命名|评估|通过)(?:通过|合格|生效|成功|完成)?(?:之日|次日|当日|当年|次年|当月|次月|后)[^。;]{0,12}有效|(?:券|称号|证书|资格|资质|牌匾|备案|额度|批复|批文|合同|协议|名单|结果|许可|认定|任期|聘期)(?:的)?有效期", RegexOptions.None, 1000)]
    private static partial Regex Granted();

    [GeneratedRegex(@"^[^《。;]{0,12}《(?<title>[^《》]{3,60})》[^。;]{0,12}(?:有效期|执行期限|施行期|有效)", RegexOptions.None, 1000)]
    private static partial Regex OfNamed();

    /// <summary>本指南仅适用于2024年度申报: the year's last day.</summary>
    [GeneratedRegex(@"(?:本(?:指南|通知|办法|标准|细则|政策|措施))?(?:仅|只)(?:适用|限)于?(?<y>20\d\d)年度?(?!至|到|—|-)", RegexOptions.None, 1000)]
    private static partial Regex OnlyFor();

    [GeneratedRegex("本(?:办法|细则|措施|政策|通知|意见|规定|方案|规则|规程|指南|若干|实施|计划|条例|标准|文件|公告)[^。;]{0,40}(?:施行|实施|有效|执行|生效|试行)", RegexOptions.None, 1000)]
    private static partial Regex Itself();

    [GeneratedRegex("废止|停止执行|不再执行|停止实施|终止执行|失效", RegexOptions.None, 1000)]
    private static partial Regex Ends();

    [GeneratedRegex(@"《(?<title>[^《》]{3,80}(?:《[^《》]{2,60}》[^《》]{0,20})?)》\s?(?:\(?(?<number>[^\s,。;、()《》]{2,14}[(\[]20\d\d[)\]]\s?\d{1,4}号)\)?)?", RegexOptions.None, 1000)]
    private static partial Regex Title();

    [GeneratedRegex("(?:依据|根据|按照?|依照|参照|结合)$", RegexOptions.None, 1000)]
    private static partial Regex Basis();

    [GeneratedRegex("。|;|为准|依据|根据", RegexOptions.None, 1000)]
    private static partial Regex Clause();
}
