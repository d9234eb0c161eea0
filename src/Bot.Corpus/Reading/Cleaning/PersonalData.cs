using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>
/// Cuts phone numbers, mailboxes, QQ numbers, identity numbers and contact names out of text that is otherwise the body's. Names of
/// people who only appear in the text stay.
/// </summary>
internal static partial class PersonalData
{
    private const string PhoneLabel = @"((联系|咨询|服务|监督|举报|投诉|办公|值班)?(电话|热线|手机|传真|号码)(号码)?\s*(为|是)?\s*[:：]?\s*)";
    private const string Mobile = @"(\+?86[- ]?)?(?<![\d.])1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d|\s?[元人件家项个万亿吨米度千瓦%％.])";
    private const string Landline = @"(?<![\d.])([(（]?0\d{2,3}[)）]?[-—－–\s]\s?\d{7,8}|0\d{2,3}\d{7,8}|400[-—－]?\d{3}[-—－]?\d{4})([-—－转]\d{1,5})?(?![\d.%％])";

    /// <summary>Contact names: 联系人：张三, with the labels only; up to four characters, or a family name and a title.</summary>
    [GeneratedRegex(@"[（(]?(联系人|联络人|经办人|联系方式)\s*[:：]\s*([\u4e00-\u9fff]{1,4}([、/]\s*[\u4e00-\u9fff]{2,4})*\s*(?=[,，;；。、\s)）]|$|电话|手机|联系|\d))?[,，;；、\s]*")]
    private static partial Regex ContactName { get; }

    /// <summary>Mobile and land line numbers with the label before them and further numbers after; local numbers need the label.</summary>
    [GeneratedRegex("[（(]?" + PhoneLabel + "?((" + Mobile + ")|(" + Landline + "))(\\s*[、,，/;；]\\s*((" + Mobile + ")|(" + Landline + ")|\\d{7,8}(?!\\d)))*[)）]?")]
    private static partial Regex Phone { get; }

    [GeneratedRegex("[（(]?" + PhoneLabel + @"\d{7,8}([-—－转]\d{1,5})?(\s*[、,，/]\s*\d{7,8})*(?![\d.])[)）]?")]
    private static partial Regex LocalPhone { get; }

    [GeneratedRegex(@"[（(]?((电子)?(邮箱|邮件)|e-?mail)?\s*[:：]?\s*[A-Za-z0-9._%+-]+\s?@\s?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+[)）]?", RegexOptions.IgnoreCase)]
    private static partial Regex Mailbox { get; }

    [GeneratedRegex(@"(?<![A-Za-z])(QQ|微信)(群|号|群号)?\s*[:：]?\s*\d{6,11}(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Messenger { get; }

    /// <summary>A citizen's identity number: region, birthday, three digits and a check digit.</summary>
    [GeneratedRegex(@"(?<!\d)[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)")]
    private static partial Regex IdentityNumber { get; }

    /// <summary>Brackets that held nothing else.</summary>
    [GeneratedRegex(@"[（(][、,，;；:：\s]*[)）]")]
    private static partial Regex EmptyBrackets { get; }

    private static readonly (Regex Pattern, string Reason)[] Rules =
    [
        (Mailbox, "邮箱（个人信息）"),
        (IdentityNumber, "身份证号（个人信息）"),
        (Messenger, "QQ 或微信号（个人信息）"),
        (Phone, "电话号码（个人信息）"),
        (LocalPhone, "电话号码（个人信息）"),
        (ContactName, "联系人（个人信息）"),
    ];

    public static void Cut(Draft draft)
    {
        var kept = new List<DraftLine>();
        foreach (var line in draft.Lines)
        {
            var text = Cut(line.Text, (cut, reason) => draft.Remove(line.Number, cut, reason));
            if (text.Any(char.IsLetterOrDigit))
                kept.Add(text == line.Text ? line : line with { Text = text });
        }
        draft.Lines = kept;
    }

    /// <summary>The text without personal data; each piece cut is reported with the reason.</summary>
    public static string Cut(string text, Action<string, string> report)
    {
        var whole = text;
        foreach (var (pattern, reason) in Rules)
        {
            text = pattern.Replace(text, m =>
            {
                report(m.Value, reason);
                return Remainder(m.Value);
            });
        }
        return text == whole ? text : EmptyBrackets.Replace(text, "").Trim();
    }

    /// <summary>The text with personal data starred out, labels left: what is shown to people of removed text.</summary>
    public static string Mask(string text)
    {
        foreach (var (pattern, _) in Rules)
            text = pattern.Replace(text, m => Starred(m.Value));
        return text;
    }

    private static string Starred(string cut)
    {
        var from = cut.AsSpan().LastIndexOfAny(":：") + 1;
        return cut[..from] + string.Concat(cut[from..].Select(c => char.IsAsciiLetterOrDigit(c) || (from > 0 && CommonHanzi.IsHanzi(c)) ? '*' : c));
    }

    // A bracket that opened or closed more than the match must stay.
    private static string Remainder(string cut)
    {
        var opens = cut[0] is '（' or '(';
        var closes = cut[^1] is '）' or ')';
        if (opens == closes)
            return "";
        return opens ? cut[..1] : cut[^1..];
    }
}
