using System.Net;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Takes a page's furniture out of a draft: whole lines of it, and pieces of it within lines.</summary>
internal static partial class PageChrome
{
    private static readonly (Func<string, bool> IsChrome, string Reason)[] LineRules =
    [
        (ChromePatterns.RuleLine.IsMatch, "表格线或分隔线残留"),
        (ChromePatterns.ScriptLine.IsMatch, "网页脚本残留"),
        (ChromePatterns.BreadcrumbLine.IsMatch, "网页导航路径"),
        (ChromePatterns.CounterLine.IsMatch, "浏览次数"),
        (ChromePatterns.VotesLine.IsMatch, "网页互动栏"),
        (ChromePatterns.CopyrightLine.IsMatch, "版权或备案信息"),
        (ChromePatterns.DisclaimerLine.IsMatch, "网站声明"),
        (ChromePatterns.SiteVoiceLine.IsMatch, "网站附言"),
        (ChromePatterns.InvitationLine.IsMatch, "扫码或关注提示"),
        (ChromePatterns.NeighbourLine.IsMatch, "上一篇/下一篇链接"),
        (IsButtons, "网页按钮"),
    ];

    private static readonly (Regex Pattern, string Reason)[] PieceRules =
    [
        (ChromePatterns.ImageResidue, "图片标签残留"),
        (ChromePatterns.Tag, "网页标签残留"),
        (ChromePatterns.Attribute, "网页标签残留"),
        (ChromePatterns.FontSwitch, "字体切换"),
        (ChromePatterns.BracketedButton, "网页按钮"),
        (ChromePatterns.EdgeBar, "表格线残留"),
    ];

    /// <summary>What separates buttons on a line.</summary>
    [GeneratedRegex(@"[\s|｜/·•\-—>»【】\[\]()（）:：,，、]+")]
    private static partial Regex Separators { get; }

    /// <summary>Residue of markup, before anything looks at the lines' shape.</summary>
    public static void CutResidue(Draft draft)
    {
        var kept = new List<DraftLine>();
        foreach (var line in draft.Lines)
        {
            if (line.Kind == CleanLineKind.TableRow)
            {
                kept.Add(line);
                continue;
            }
            var text = CutPieces(draft, line);
            if (text.Length > 0)
                kept.Add(line with { Text = text });
        }
        draft.Lines = kept;
    }

    /// <summary>Lines that are furniture altogether.</summary>
    public static void DropLines(Draft draft)
    {
        var kept = new List<DraftLine>();
        var seenBody = false;
        foreach (var line in draft.Lines)
        {
            seenBody |= LineShape.IsProse(line.Text);
            var reason = line.Kind == CleanLineKind.TableRow || line.OpensTail ? null : ReasonToDrop(line.Text);
            if (reason is null)
            {
                kept.Add(line);
                continue;
            }
            draft.Remove(line.Number, line.Text, reason);
            if (seenBody && (ChromePatterns.NeighbourLine.IsMatch(line.Text) || TailBlocks.IsMarker(line.Text)))
                kept.Add(DraftLine.TailOpening(line.Number));
        }
        draft.Lines = kept;
    }

    /// <summary>Why a line is furniture, in Chinese; null when it isn't.</summary>
    public static string? ReasonToDrop(string text)
    {
        foreach (var (isChrome, reason) in LineRules)
        {
            if (isChrome(text))
                return reason;
        }
        return null;
    }

    private static string CutPieces(Draft draft, DraftLine line)
    {
        var text = ChromePatterns.Entity.Replace(line.Text, m => WebUtility.HtmlDecode(m.Value).Replace('\u00a0', ' '));
        foreach (var (pattern, reason) in PieceRules)
        {
            text = pattern.Replace(text, m =>
            {
                draft.Remove(line.Number, m.Value, reason);
                return "";
            }).Trim();
        }
        return text;
    }

    // Single characters (大 中 小) are buttons only in company.
    private static bool IsButtons(string text)
    {
        if (text.Length > 60)
            return false;
        var words = Separators.Split(text).Where(w => w.Length > 0).ToArray();
        return words.Length > 0 && words.All(IsButtonRun) && (words.Length > 1 || words[0].Length > 1);
    }

    private static bool IsButtonRun(string word)
    {
        while (word.Length > 0)
        {
            var button = PageVocabulary.Buttons.FirstOrDefault(b => word.StartsWith(b, StringComparison.OrdinalIgnoreCase));
            if (button is null)
                return false;
            word = word[button.Length..];
        }
        return true;
    }
}
