using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Bot.Answers.Grounding;
using Microsoft.Extensions.AI;

namespace Bot.Answers.Generating;

/// <summary>What one question's calls are made of.</summary>
/// <param name="IsReview">The rules refused: the model is asked whether the sources answer all the same.</param>
/// <param name="IsEnglish">Asked in English, so answered in English.</param>
/// <param name="Boundary">Random: no document or question can know it, so none can close its fence.</param>
internal sealed record GeneratingRequest(
    bool IsReview,
    bool IsEnglish,
    string Boundary,
    ImmutableArray<Source> Sources,
    ImmutableArray<int> Years,
    ImmutableArray<Sum> Sums,
    GeneratedDraft Draft,
    ImmutableArray<ChatMessage> Messages,
    Func<string, ImmutableArray<ChatMessage>> Repair)
{
    // The sentences to repair come on top of what the first prompt held.
    private const int Reserve = 1500;

    public FrozenDictionary<int, Source> ByNumber { get; } = Sources.ToFrozenDictionary(s => s.Number);

    public static GeneratingRequest Of(
        Question question, ExplainedAnswer found, ImmutableArray<Source> sources, PromptLibrary prompts, GeneratingLimits limits)
    {
        var isReview = found.Answer is Answer.Refused;
        var boundary = RandomNumberGenerator.GetHexString(24, lowercase: true);
        var values = new Dictionary<string, string>
        {
            ["boundary"] = boundary,
            ["question"] = question.Text,
            ["facts"] = isReview ? "" : PersonalData.Mask(found.Answer.Text),
            ["sources"] = "",
            ["sentences"] = "",
        };
        var isEnglish = found.Reading.IsEnglish;
        var own = prompts.For(isEnglish);
        var prompt = isReview ? own.Refusal : own.Answer;
        var room = limits.InputCharacters - Reserve - prompt.Fill(values).Sum(m => m.Text.Length);
        var (text, shown) = SourceText.Write(sources, Math.Max(0, room));
        values["sources"] = text;
        return new(
            isReview,
            isEnglish,
            boundary,
            shown,
            found.Whole.Scope?.Years ?? [],
            isReview ? [] : [.. found.Answer.Computed.Select(c => new Sum(c.Expression))],
            new GeneratedDraft(found, sources),
            prompt.Fill(values),
            sentences => own.Repair.Fill(new Dictionary<string, string>(values) { ["sentences"] = sentences }));
    }
}
