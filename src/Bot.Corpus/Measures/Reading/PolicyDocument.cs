using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Tells documents that set measures from reports that tell of them.</summary>
internal static partial class PolicyDocument
{
    private const int FewestArticles = 4;
    private const int FewestGiving = 3;

    public static bool Is(PolicyText text)
    {
        var title = text.Metadata.Title;
        if (Report().IsMatch(title) && !Rule().IsMatch(title))
            return false;
        if (Policy().IsMatch(title) || text.Paragraphs.Count(p => HeadingMark.Of(p.Text) is { Style: HeadingStyle.Article }) >= FewestArticles)
            return true;
        return text.Metadata is { SummaryYear: null, PlanYear: null } && text.Paragraphs.Count(p => p.Kind == ParagraphKind.Body && Gives().IsMatch(p.Text)) >= FewestGiving;
    }

    /// <summary>A notice or decision that ends others.</summary>
    public static bool Ends(PolicyText text) => Ending().IsMatch(text.Metadata.Title) && !Report().IsMatch(text.Metadata.Title);

    [GeneratedRegex("废止|失效|停止执行|停止实施|规范性文件清理")]
    private static partial Regex Ending();

    [GeneratedRegex("总结|工作报告|工作计划|工作要点|工作思路|规划|汇报|完成情况|公报|简报|评估|年报|述职|统计|解读")]
    private static partial Regex Report();

    [GeneratedRegex("办法|细则|若干政策|政策措施|若干措施|申报(?:的)?通知|申报指南|奖补标准|实施意见")]
    private static partial Regex Rule();

    [GeneratedRegex("办法|细则|条例|规定|规程|若干|政策|措施|指南|申报|奖补|补助|补贴|资助|奖励|贴息|创新券|扶持|标准|实施意见|兑现|征集|操作|申领")]
    private static partial Regex Policy();

    [GeneratedRegex("(?:给予|予以)[^。；]{0,40}(?:元|[%％])|最高(?:不超过)?\\d")]
    private static partial Regex Gives();
}
