using System.CommandLine;

namespace Bot.Commands;

/// <summary>The commands, their options and what --help says of them.</summary>
internal static class BotCommandLine
{
    private const string About = """
        政策报告问答机器人：回答关于报告文件夹中科技工作报告的问题，每句话都注明出处段落。
        Answers questions about a folder of reports, every statement with the paragraph it comes from.

        任何配置项都可以写在命令行上，例如 --Web:Url=http://127.0.0.1:8080（见 appsettings.example.json）。
        Every setting can be given here, as in --Corpus:Folder=reports; relative paths start at the working directory.
        """;

    /// <param name="set">Makes the setup of the command that was chosen.</param>
    public static RootCommand Create(Func<CommandSettings, CommandSetup> set)
    {
        var root = new RootCommand(About);
        root.SetAction((_, cancellationToken) => RunCommand.ExecuteAsync(set(new()), cancellationToken));
        root.Add(Run(set));
        root.Add(Ingest(set));
        root.Add(Ask(set));
        root.Add(Reports(set));
        return root;
    }

    private static Command Run(Func<CommandSettings, CommandSetup> set)
    {
        var command = new Command("run", "提供网页和接口（不写命令时即此） / Serve the page and the API (the default)");
        command.SetAction((_, cancellationToken) => RunCommand.ExecuteAsync(set(new()), cancellationToken));
        return command;
    }

    private static Command Ingest(Func<CommandSettings, CommandSetup> set)
    {
        var folder = new Argument<string?>("folder")
        {
            Description = "报告文件夹，默认 Corpus:Folder / The folder to read in place of Corpus:Folder",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("ingest", "读取报告并列表；有文件读不了时退出码为 1 / Read the reports and list them; exit code 1 when some could not be read")
        {
            folder,
        };
        command.SetAction((parsed, cancellationToken) =>
            IngestCommand.ExecuteAsync(set(new(parsed.GetValue(folder))), cancellationToken));
        return command;
    }

    private static Command Ask(Func<CommandSettings, CommandSetup> set)
    {
        var question = new Argument<string>("question") { Description = "问题，含空格时加引号 / The question, in quotation marks" };
        var json = new Option<bool>("--json") { Description = "输出与 POST /api/ask 相同的 JSON / Print what POST /api/ask returns" };
        var command = new Command("ask", "回答一个问题；退出码 0 已回答，3 报告中没有答案 / Answer one question; exit code 0 answered, 3 refused")
        {
            question,
            json,
        };
        command.SetAction((parsed, cancellationToken) =>
            AskCommand.ExecuteAsync(set(new()), parsed.GetRequiredValue(question), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static Command Reports(Func<CommandSettings, CommandSetup> set)
    {
        var removed = new Option<bool>("--removed")
        {
            Description = "逐行列出清洗时去掉的内容和原因 / Show what cleaning took out, line by line, and why",
        };
        var command = new Command("reports", "列出报告及其状态 / List the reports and their state") { removed };
        command.SetAction((parsed, cancellationToken) =>
            ReportsCommand.ExecuteAsync(set(new()), parsed.GetValue(removed), cancellationToken));
        return command;
    }
}
