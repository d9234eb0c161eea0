using System.Collections.Immutable;
using System.Text.Json;

namespace Bot.Tests.Evaluation;

/// <summary>One line of a set of questions; tests/evaluation/README.md says what its fields mean.</summary>
/// <param name="Turns">Asked in one conversation; the last answer is judged.</param>
internal sealed record EvaluationQuestion(string Id, string Kind, ImmutableArray<string> Turns, Expectation Expect)
{
    public static ImmutableArray<EvaluationQuestion> Load(string path) =>
        [.. File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).Select(Parse)];

    public static EvaluationQuestion Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var item = json.RootElement;
        return new(
            item.GetProperty("id").GetString() ?? "",
            item.GetProperty("kind").GetString() ?? "",
            [.. item.GetProperty("turns").EnumerateArray().Select(turn => turn.GetString() ?? "")],
            Expectation.Parse(item.GetProperty("expect")));
    }
}
