using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Understanding;

/// <summary>What a question was understood to ask, before it is known what the reports cover.</summary>
/// <param name="Folded">The question, folded; all spans point into it.</param>
/// <param name="IsEnglish">Asked in English, so answered with an English frame.</param>
/// <param name="Regions">Regions it names, in order.</param>
/// <param name="Years">Years it names, ascending.</param>
/// <param name="RelativeYear">-1 for 去年, 0 for 今年, 1 for 明年; null when none is said.</param>
/// <param name="Aspects">Aspects it names; empty when it leaves them open.</param>
/// <param name="Units">What kinds of number would answer; empty when no number is asked.</param>
/// <param name="Terms">What it speaks of.</param>
/// <param name="ListCount">How many members the asked enumeration has by the question (六大 → 6), or null.</param>
/// <param name="IsPremise">Yes or no is asked.</param>
/// <param name="AsksCeiling">The upper limit for one enterprise is asked (一家最多补多少).</param>
/// <param name="IsSelf">Somebody speaks of their own enterprise.</param>
/// <param name="Attributes">Attributes that the asked figure must have (发明, 授权), each with its writings.</param>
/// <param name="Months">The months of the year asked about, bounds included; null when none are named.</param>
/// <param name="AsksFullYear">The whole year's figure is asked for.</param>
/// <param name="AsksWho">A person or an office is asked for.</param>
/// <param name="AsksSupport">A number of support is asked for (能补多少).</param>
/// <param name="Asks">How many numbers are asked for.</param>
/// <param name="IsContinuation">Its words lean on what was said before (那…呢, 这个…).</param>
internal sealed record QuestionReading(
    string Folded,
    bool IsEnglish,
    QuestionKind Kind,
    ImmutableArray<RegionMention> Regions,
    ImmutableArray<int> Years,
    int? RelativeYear,
    AskedStatus Status,
    ImmutableHashSet<FigureAspect> Aspects,
    ImmutableHashSet<AskedUnit> Units,
    ImmutableArray<TopicTerm> Terms,
    int? ListCount,
    bool IsPremise,
    bool AsksCeiling,
    bool IsSelf,
    bool IsContinuation,
    ImmutableArray<ImmutableArray<string>> Attributes,
    (int From, int To)? Months,
    bool AsksFullYear,
    bool AsksWho,
    bool AsksSupport,
    int Asks)
{
    public bool AsksNumber => !Units.IsEmpty;

    /// <summary>Administrative levels in the names asked about (省级).</summary>
    public ImmutableHashSet<string> AskedLevels { get; } = Finding.Levels.Of(Folded);
}
