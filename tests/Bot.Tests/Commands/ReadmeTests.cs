using System.Text.RegularExpressions;
using Bot.Commands;
using Bot.Tests.Parts;

namespace Bot.Tests.Commands;

/// <summary>
/// The README shows one question with its real answer. With UPDATE_README=1 in the environment the answer is written
/// into it; without, it is compared.
/// </summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task Answer_in_the_readme_is_the_one_the_program_gives()
    {
        using var storage = new TemporaryFolder();
        var path = Repository.PathOf("README.md");
        var readme = await File.ReadAllTextAsync(path);
        var question = QuestionInReadme.Match(readme).Groups["question"].Value;

        using var program = BotProcess.Start("ask", question, $"--Storage:Directory={storage.Path}");
        var (exitCode, answer) = await program.EndAsync();
        if (Environment.GetEnvironmentVariable("UPDATE_README") == "1")
        {
            readme = await File.ReadAllTextAsync(path); // again: someone may have been writing meanwhile
            await File.WriteAllTextAsync(path, readme = AnswerInReadme.Replace(readme, $"${{before}}{answer.Replace("$", "$$", StringComparison.Ordinal)}${{after}}"));
        }

        exitCode.ShouldBe(ExitCode.Success);
        AnswerInReadme.Match(readme).Groups["answer"].Value.ReplaceLineEndings("\n").ShouldBe(answer);
    }

    /// <summary>The question of the first <c>ask "…"</c>.</summary>
    [GeneratedRegex(@"ask ""(?<question>[^""]+)""")]
    private static partial Regex QuestionInReadme { get; }

    /// <summary>The text block after the mark <c>&lt;!-- answer --&gt;</c>.</summary>
    [GeneratedRegex(@"(?<before><!-- answer -->\n+```text\n)(?<answer>.*?)(?<after>\n```)", RegexOptions.Singleline)]
    private static partial Regex AnswerInReadme { get; }
}
