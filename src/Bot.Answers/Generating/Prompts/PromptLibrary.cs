using System.Text.Json;

namespace Bot.Answers.Generating;

/// <summary>The prompts of the folder prompts/, in Semantic Kernel's form: a folder each, with skprompt.txt and config.json.</summary>
public sealed class PromptLibrary
{
    private PromptLibrary(PromptTemplate answer, PromptTemplate repair, PromptTemplate refusal)
    {
        Answer = answer;
        Repair = repair;
        Refusal = refusal;
        Instructions = string.Join('\n', answer.Instructions, repair.Instructions, refusal.Instructions);
    }

    internal PromptTemplate Answer { get; }

    internal PromptTemplate Repair { get; }

    internal PromptTemplate Refusal { get; }

    /// <summary>All that the prompts say by themselves: what an answer must not repeat.</summary>
    internal string Instructions { get; }

    /// <exception cref="PromptFormatException">A file is missing or can't be used.</exception>
    public static PromptLibrary Load(string folder) => new(
        Read(folder, "answer", "boundary", "question", "facts", "sources"),
        Read(folder, "repair", "boundary", "question", "sources", "sentences"),
        Read(folder, "refusal", "boundary", "question", "sources"));

    private static PromptTemplate Read(string folder, string name, params string[] variables)
    {
        var text = ReadFile(Path.Combine(folder, name, "skprompt.txt"));
        var config = Path.Combine(folder, name, "config.json");
        try
        {
            using var json = JsonDocument.Parse(ReadFile(config));
            var declared = json.RootElement.GetProperty("input_variables").EnumerateArray().Select(v => v.GetProperty("name").GetString()!).ToHashSet(); // a name is a text, or GetString throws
            if (!declared.SetEquals(variables))
                throw new FormatException($"input_variables 须为 {string.Join('、', variables)} | input_variables must be {string.Join(", ", variables)}");
            return PromptTemplate.Parse(text, variables);
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new PromptFormatException($"提示词 {Path.Combine(folder, name)} 不能使用 / The prompt can't be used: {e.Message}", e);
        }
    }

    private static string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PromptFormatException($"读不到提示词文件 {path} / The prompt file can't be read: {e.Message}", e);
        }
    }
}
