using System.Text.RegularExpressions;

namespace Bot.Answers.Understanding;

/// <summary>Tells whether a question wants results, plans, or both side by side.</summary>
internal sealed partial class AskedStatusReader(QuestionWords words)
{
    public AskedStatus Read(string folded)
    {
        if (AsksWhetherReached(folded) || AgainstTarget().IsMatch(folded))
            return AskedStatus.Both;
        var wanted = Wanted().IsMatch(folded);
        var (target, achieved) = (wanted || words.Has("target", folded), words.Has(wanted ? "existing" : "achieved", folded));
        return (target, achieved) switch
        {
            (true, true) => AskedStatus.Both,
            (true, false) => AskedStatus.Target,
            (false, true) => AskedStatus.Achieved,
            _ => AskedStatus.Any,
        };
    }

    /// <summary>目标完成了吗: target against result.</summary>
    public static bool AsksWhetherReached(string folded) => Reached().IsMatch(folded);

    // 目标完成了吗: target against result.
    [GeneratedRegex("(目标|任务|计划).{0,6}(完成|实现|达成|达到).{0,3}(了吗|没有|了没|情况|率|了多少|多少|没)|(完成|实现|达成|达到).{0,3}(目标|任务|计划).{0,3}(了吗|没|吗|情况)|超额完成|(reach|meet|met|hit|achieve|exceed)(ed)?\\b.{0,60}\\b(target|goal)|(target|goal)s?\\b.{0,30}\\b(reached|met|achieved|exceeded)")]
    private static partial Regex Reached();

    // 要做到多少: a plan is asked for, whatever the verb.
    [GeneratedRegex("要(再|新|争取)?(做到|做成|到|达|新增|新认定|投|建|办|发|完成|实现|突破|超过|培育|引进|增加|增长|涨|提高|搞|推荐|申报|多少|几)|争取|力争|打算")]
    private static partial Regex Wanted();

    // 和目标比差多少
    [GeneratedRegex("(和|与|跟|比|较|离|距)[^,。]{0,6}(目标|计划)(数|值)?(相?比|还?差|相差|高|低|多|少)")]
    private static partial Regex AgainstTarget();
}
