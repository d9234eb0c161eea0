namespace Bot.Answers.Generating;

/// <summary>The prompts that answers in one language are made with.</summary>
internal sealed record AnswerPrompts(PromptTemplate Answer, PromptTemplate Repair, PromptTemplate Refusal)
{
    public string Instructions => string.Join('\n', Answer.Instructions, Repair.Instructions, Refusal.Instructions);
}
