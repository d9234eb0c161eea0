namespace Bot.Configuration;

/// <summary>Where the chat model's prompts are.</summary>
internal sealed class PromptsOptions
{
    public const string SectionName = "Prompts";

    /// <summary>Holds answer, repair and refusal, the same with -en for English, and followup, each with skprompt.txt and config.json; relative to the working directory. Default, and when empty: prompts beside the solution or the program.</summary>
    [ExistingFolder]
    public string? Folder { get; set; }

    internal string FullPath => string.IsNullOrEmpty(Folder) ? ProgramHome.Locate("prompts") : Path.GetFullPath(Folder);
}
