using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>How long a document holds, as it says itself. Null: not written.</summary>
/// <param name="From">First day: 自2024年1月1日起施行; the day of publication where it says 自发布之日起 and that day is known.</param>
/// <param name="To">Last day: 有效期至…, or counted from <paramref name="From"/> by the years given.</param>
/// <param name="IsTrial">试行, 暂行.</param>
/// <param name="Repeals">Documents it ends from its first day on.</param>
/// <param name="Statement">The sentence that says so.</param>
public sealed record Validity(
    DateOnly? From, DateOnly? To, bool IsTrial, ImmutableArray<NamedDocument> Repeals, Wording? Statement)
{
    public static Validity NotWritten { get; } = new(null, null, false, [], null);
}
