using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Answers.Matching;

/// <summary>
/// Reads what an enterprise tells to have done, or to be so, clause by clause. What is wished for, asked or denied is none of it; what
/// a clause refers back to (为此向银行贷了400万元) stands before it.
/// </summary>
internal static partial class DeedReader
{
    private const int Shortest = 3;

    /// <summary>The clauses, folded, years as the asker meant them (2025年 for 去年).</summary>
    public static ImmutableArray<string> Read(string folded, int thisYear) =>
        [.. Sentences().Split(folded).SelectMany(s => OfSentence(Clauses().Split(s))).Select(d => Dated(d, thisYear)).Distinct()];

    private static IEnumerable<string> OfSentence(string[] clauses)
    {
        var told = new List<string>();
        foreach (var clause in clauses.Select(c => c.Trim()))
        {
            if (clause.Length < Shortest && !Goes().IsMatch(clause) || !IsTold(clause))
            {
                // What follows a clause that tells nothing refers to nothing told.
                told.Clear();
                continue;
            }

            yield return ToAll().IsMatch(clause) ? string.Join(',', [.. told, clause])
                : Goes().IsMatch(clause) && told.Count > 0 ? told[^1] + "," + clause
                : clause;
            told.Add(clause);
        }
    }

    // 没有投资关系的CRO: the relation is denied, not the deed. Who is to lead what is applied for can only be told as a plan.
    private static bool IsTold(string clause) =>
        !Undone().IsMatch(Unrelated().Replace(clause, "")) || (Leading().IsMatch(clause) && !Asking().IsMatch(clause));

    private static string Dated(string deed, int thisYear) =>
        RelativeYear().Replace(deed, m => FormattableString.Invariant($"{thisYear - (m.Value[0] == '前' ? 2 : m.Value[0] == '今' ? 0 : 1)}年"));

    [GeneratedRegex(@"[。!?\n]|\.(?=\s|$)")]
    private static partial Regex Sentences();

    // 1,250万 is one number.
    [GeneratedRegex(@"[;:]|,(?!\d)|(?<!\d),")]
    private static partial Regex Clauses();

    // 已登记, 实际到款240万元: of what was just told.
    [GeneratedRegex("^(?:(?:也|还|都|均)?(?:已经?|全部|实际|按期|同时|同年|当年|并|且|其中|经)|(?:建设|实施|合同|贷款)?(?:期|期限|为期))")]
    private static partial Regex Goes();

    [GeneratedRegex("^(?:为此|为(?:这个|该|此)|用于(?:这个|该|此)|其余|余下|剩下|另外的?是)")]
    private static partial Regex ToAll();

    [GeneratedRegex("(?:没有|不存在|不是|无|非)[^,]{0,6}?(?:关系|关联方?|关联企业)的?")]
    private static partial Regex Unrelated();

    [GeneratedRegex("由(?:我们|我司|我公司|本公司|本企业|企业)[^,]{0,4}牵头|(?:我们|我司|我公司|本公司|本企业)[^,]{0,4}牵头")]
    private static partial Regex Leading();

    [GeneratedRegex("能不能|能否|可以|可否|如果|要是|没|不|怎么|如何|吗|什么|哪|多少")]
    private static partial Regex Asking();

    [GeneratedRegex("想|缺|算一下|请问|打算|准备|计划|希望|需要|拟|能不能|能否|可以|可否|如果|要是|没|不(?!锈)|尚未|还未|未[^来]|怎么|如何|吗|什么|哪|多少|几个|\\b(?:want|need|plan|would|could|can|which|what|how|not?|no)\\b")]
    private static partial Regex Undone();

    [GeneratedRegex("去年|前年|今年|上年度?")]
    private static partial Regex RelativeYear();
}
