using System.Collections.Immutable;

namespace Bot.Answers.Finding;

/// <summary>Words that exclude each other: what is said of 首次认定 is no answer about 重新认定.</summary>
internal static class Opposites
{
    private static readonly ImmutableArray<ImmutableArray<string>> Sets =
    [
        ["首次", "重新"], ["输出", "吸纳"], ["上半年", "下半年"], ["实用新型", "外观设计", "发明专利"], ["创业类", "创新类"], ["进口", "出口"], ["省内", "省外"],
    ];

    /// <summary>True when a folded question names one of a set, and the text only another of it.</summary>
    public static bool Exclude(string question, string text) => Sets.Any(set =>
        set.Any(w => question.Contains(w, StringComparison.Ordinal))
        && set.Any(w => text.Contains(w, StringComparison.Ordinal))
        && !set.Any(w => question.Contains(w, StringComparison.Ordinal) && text.Contains(w, StringComparison.Ordinal)));
}
