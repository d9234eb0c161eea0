using System.Text.Json;

namespace Bot.Answers.Generating;

/// <summary>The prompts of the folder prompts/, in Semantic Kernel's form: a folder each, with skprompt.txt and config.json.</summary>
public sealed class PromptLibrary
{
    private readonly AnswerPrompts _chinese;
    private readonly AnswerPrompts _english;

    private PromptLibrary(AnswerPrompts chinese, AnswerPrompts english, PromptTemplate followUp)
    {
        (_chinese, _english, FollowUp) = (chinese, english, followUp);
        Instructions = string.Join('\n', chinese.Instructions, english.Instructions, followUp.Instructions);
    }

    internal PromptTemplate FollowUp { get; }

    /// <summary>All that the prompts say by themselves: what an answer must not repeat.</summary>
    internal string Instructions { get; }

    /// <exception cref="PromptFormatException">A file is missing or can't be used.</exception>
    public static PromptLibrary Load(string folder) => new(
        Answers(folder, ""), Answers(folder, "-en"), Read(folder, "followup", "boundary", "question", "earlier"));

    internal AnswerPrompts For(bool isEnglish) => isEnglish ? _english : _chinese;

    private static AnswerPrompts Answers(string folder, string language) => new(
        Read(folder, "answer" + language, "boundary", "question", "facts", "sources"),
        Read(folder, "repair" + language, "boundary", "question", "sources", "sentences"),
        Read(folder, "refusal" + language, "boundary", "question", "sources"));

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
