using Bot.Answers;
using Bot.Channels;
using Bot.Configuration;

namespace Bot.Commands;

/// <summary>Answers one question from the reports, no server needed.</summary>
internal static class AskCommand
{
    public static async Task<int> ExecuteAsync(CommandSetup setup, string question, bool asJson, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(question) || question.Length > Question.MaximumLength)
            throw new ConfigurationException($"问题须有 1 到 {Question.MaximumLength} 个字 / A question has 1 to {Question.MaximumLength} characters.");
        await using var parts = setup.Compose();
        await CommandSetup.RefreshAsync(parts, cancellationToken);

        var time = parts.GetRequiredService<TimeProvider>();
        var started = time.GetTimestamp();
        var answer = await parts.GetRequiredService<IAnswerer>().AnswerAsync(new Question(question), cancellationToken);
        if (asJson)
            setup.Console.Out.WriteLine(new AnswerJson(parts.GetRequiredService<ReportLinks>()).Of(answer, time.GetElapsedTime(started)));
        else if (setup.Console.IsTerminal)
            AnswerScreen.Write(answer, setup.Console.CreateScreen());
        else
            AnswerLines.Write(answer, setup.Console.Out);
        return answer is Answer.Answered ? ExitCode.Success : ExitCode.Refused;
    }
}
