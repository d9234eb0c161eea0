using System.Collections.Immutable;
using Bot.Answers;
using Bot.Retrieval;
using Microsoft.Extensions.Logging;

namespace Bot.Channels;

/// <summary>
/// What the bot says in a chat, whatever the platform: to questions, commands and taps. It decides; reading, writing and sending are
/// the platform's.
/// </summary>
internal sealed partial class ChatDesk
{
    private readonly IAnswerer _answerer;
    private readonly IReportIndex _index;
    private readonly IFeedbackSink _feedback;
    private readonly ChatAccess _access;
    private readonly LastAnswers _last = new();
    private readonly ILogger<ChatDesk> _logger;
    private readonly HelpCommand _help;
    private readonly PrivacyCommand _privacy;
    private readonly MatchDesk _matches;

    /// <param name="runs">Who runs a group and may subscribe it; null: the platform doesn't tell, and only administrators of the bot do.</param>
    public ChatDesk(
        ChatRooms rooms, ChatJournal journal, ChatDirectory directory, ChatAccess access, MatchDesk matches, ILogger<ChatDesk> logger, RunsGroup? runs = null)
    {
        (_answerer, _index, _feedback, _access, _matches, _logger) = (rooms.Answerer, rooms.Index, rooms.Feedback, access, matches, logger);
        _help = new HelpCommand(() => Commands, access);
        _privacy = new PrivacyCommand(journal, _last, matches, _answerer);
        Commands =
        [
            new StartCommand(_index, rooms.Examples),
            _help,
            new AskCommand(),
            new MatchCommand(matches.HasButtons),
            new FiguresCommand(new FigureLookup(rooms.Ledger, _index)),
            new CompareCommand(),
            new ReportsCommand(_index),
            new SubscribeCommand(directory, _index, access, runs, isOn: true),
            new SubscribeCommand(directory, _index, access, runs, isOn: false),
            new FeedbackCommand(_feedback, _last),
            _privacy,
            new StatsCommand(rooms.Store, journal, directory, _index),
            new GapsCommand(rooms.Store),
            new ReloadCommand(rooms.Reload),
            new AdmissionCommand(access, isAllowed: true),
            new AdmissionCommand(access, isAllowed: false),
        ];
    }

    /// <summary>Every command, in the order of menus.</summary>
    public ImmutableArray<IChatCommand> Commands { get; }

    /// <summary>What to say to a message that was meant for the bot.</summary>
    /// <param name="read">How the answer is read while it is being made; null: nobody watches.</param>
    public async Task<ChatOutput> HearAsync(ChatRequest request, AnswerReading? read, CancellationToken cancellationToken)
    {
        if (ChatCommand.Read(request.Text) is { } command)
            return await ObeyAsync(request, command, read, cancellationToken);
        if (await _access.IsLetInAsync(request.Place, request.Person, cancellationToken) && await _matches.HearAsync(request, cancellationToken) is { } said)
            return await RememberMatchAsync(request, said, cancellationToken);
        // Signs alone (???, a smiley) ask nothing, and must not be taken for a follow-up.
        if (!request.Text.Any(char.IsLetterOrDigit))
            return await _access.IsLetInAsync(request.Place, request.Person, cancellationToken) ? Hint(request) : Refusal(request);
        return await AskAsync(request, read, cancellationToken);
    }

    /// <summary>What to say to a group that the bot was added to.</summary>
    public async Task<ChatOutput> GreetAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var language = request.LanguageOf("");
        // Whoever added it may be let in where the others are not: it is asked for the group alone.
        return new ChatOutput.Notice(await _access.IsLetInAsync(request.Place, new ChatPerson(request.Place.Chat), cancellationToken)
            ? language.Say("大家好，我回答科技工作报告里的问题，每一处都注明原文段落。@我、回复我，或用 /ask 提问；/help 看用法。",
                "Hello. I answer questions about science-and-technology reports and cite every paragraph. Mention me, reply to me, or use /ask; /help tells more.")
            : language.Say($"大家好。这个群还没有使用权限：请把群的编号 {request.Place.Chat} 告诉机器人的管理员，或由管理员在群里发 /allow。",
                $"Hello. This group is not on my list yet: tell my administrator its id {request.Place.Chat}, or have them send /allow here."));
    }

    /// <summary>What to say to a press of a button; to a vote, in a few words.</summary>
    /// <param name="press">Null: a button that is no longer known.</param>
    /// <param name="label">What the button says; null when the platform doesn't tell.</param>
    public async Task<ChatOutput> PressAsync(
        ChatRequest request, ButtonPress? press, string? label, AnswerReading? read, CancellationToken cancellationToken)
    {
        if (!await _access.IsLetInAsync(request.Place, request.Person, cancellationToken))
            return new ChatOutput.Silent();
        return press switch
        {
            ButtonPress.OpenParagraph open => await ParagraphOpening.OpenAsync(_index, open.Report, open.Paragraph, cancellationToken) ?? (ChatOutput)Gone(request),
            ButtonPress.Vote vote => await VoteAsync(request, vote, cancellationToken),
            ButtonPress.FollowUp when label is { Length: > 0 } => await AskAsync(request with { Text = label }, read, cancellationToken),
            ButtonPress.Choose choose => await RememberMatchAsync(request, await _matches.PressAsync(request, choose, cancellationToken), cancellationToken),
            ButtonPress.Forget => await _privacy.ForgetAsync(request, cancellationToken),
            _ => Gone(request),
        };
    }

    private async Task<ChatOutput> ObeyAsync(ChatRequest request, ChatCommand command, AnswerReading? read, CancellationToken cancellationToken)
    {
        if (!await _access.IsLetInAsync(request.Place, request.Person, cancellationToken))
            return Refusal(request);
        var known = Commands.FirstOrDefault(c => c.Name == command.Name && (!c.IsForAdministrators || _access.IsAdministrator(request.Person)));
        // In a group it may be meant for another bot.
        if (known is null)
            return request.Place.Kind is ChatKind.Private ? new ChatOutput.Notice(_help.TextFor(request)) : new ChatOutput.Silent();
        return await known.RunAsync(request, command.Argument, cancellationToken) switch
        {
            CommandOutcome.Said said => said.Output,
            CommandOutcome.Asked asked => await AskAsync(request with { Text = asked.Question }, read, cancellationToken),
            CommandOutcome.Matching matching => await LimitAsync(request with { Text = matching.Words }, cancellationToken)
                ?? await RememberMatchAsync(request, await _matches.BeginAsync(request, matching.Words, cancellationToken), cancellationToken),
            _ => new ChatOutput.Silent(),
        };
    }

    private async Task<ChatOutput> AskAsync(ChatRequest request, AnswerReading? read, CancellationToken cancellationToken)
    {
        if (await LimitAsync(request, cancellationToken) is { } refusal)
            return refusal;
        var question = request.ToQuestion() with { Told = _matches.ToldIn(request.Conversation) };
        var answer = await AnswerAsync(question, read, cancellationToken);
        // It may repeat what was told in a dialogue, of which nothing is kept in a group.
        var mayBeKept = question.Told is null || request.Place.Kind is ChatKind.Private;
        return new ChatOutput.Answered(answer, mayBeKept && await RememberAsync(answer, question, cancellationToken));
    }

    // The list at a dialogue's end can be voted on as any answer. It holds what was told, so of a group nothing is kept.
    private async Task<ChatOutput> RememberMatchAsync(ChatRequest request, ChatOutput output, CancellationToken cancellationToken) =>
        output is ChatOutput.Answered answered && request.Place.Kind is ChatKind.Private
            ? answered with { IsRemembered = await RememberAsync(answered.Answer, new Question("/" + MatchCommand.CommandName, request.Conversation), cancellationToken) }
            : output;

    // Counts a question. Null: it may be answered.
    private async Task<ChatOutput?> LimitAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var language = request.LanguageOf(request.Text);
        switch (await _access.AskAsync(request, cancellationToken))
        {
            case AccessDecision.Denied:
                return Refusal(request);
            case AccessDecision.Limited { IsFirst: false }:
                return new ChatOutput.Silent();
            case AccessDecision.Limited limited:
                var seconds = (int)Math.Ceiling(limited.Wait.TotalSeconds);
                return new ChatOutput.Notice(language.Say($"您问得有点快，请过 {seconds} 秒再问。", $"That was a little fast: please ask again in {seconds} seconds."));
        }
        if (request.Text.Length > Question.MaximumLength)
        {
            return new ChatOutput.Notice(language.Say($"问题太长（{request.Text.Length} 字），请缩短到 {Question.MaximumLength} 字以内，一次问一两件事。",
                $"The question is too long ({request.Text.Length} characters); please keep it under {Question.MaximumLength}."));
        }
        return null;
    }

    private Task<Answer> AnswerAsync(Question question, AnswerReading? read, CancellationToken cancellationToken) => read is null
        ? _answerer.AnswerAsync(question, cancellationToken)
        : read(_answerer.StreamAsync(question, cancellationToken), cancellationToken);

    private async Task<bool> RememberAsync(Answer answer, Question question, CancellationToken cancellationToken)
    {
        _last.Note(question.Conversation!, answer.Id); // a chat's question always has one
        try
        {
            await _feedback.RememberAsync(answer, question, cancellationToken);
            return true;
        }
        // A full disk must not keep back an answer that is there; only its buttons are lost.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.NotRemembered(_logger, answer.Id, e);
            return false;
        }
    }

    private async Task<ChatOutput> VoteAsync(ChatRequest request, ButtonPress.Vote vote, CancellationToken cancellationToken)
    {
        if (!await _feedback.RecordAsync(new FeedbackVote(vote.AnswerId, vote.IsUp, Comment: null), cancellationToken))
            return Gone(request);
        var language = request.LanguageOf("");
        return new ChatOutput.Notice(vote.IsUp
            ? language.Say("谢谢！👍", "Thank you! 👍")
            : language.Say("谢谢，已记下。可用 /feedback 说说哪里不对。", "Thank you. /feedback takes a word on what is wrong."));
    }

    private static ChatOutput.Notice Gone(ChatRequest request) => new(request.LanguageOf("").Say("这条回答已过期，或报告已更新，请重新提问。",
        "That answer has expired, or the report has changed: please ask again."));

    private static ChatOutput.Notice Hint(ChatRequest request) => new(request.LanguageOf("").Say(
        "请把问题写出来，例如“某市2019年研发经费是多少”；/help 看用法。", "Please write your question, e.g. “R&D spending of CityA in 2019”; /help tells more."));

    // In a group nobody asked to be told; alone, the person needs the number to be let in.
    private static ChatOutput Refusal(ChatRequest request) => request.Place.Kind is ChatKind.Private
        ? new ChatOutput.Notice(
            $"您还没有使用权限，请把编号 {request.Person.Id} 告诉管理员 / You are not on the list: tell an administrator your id {request.Person.Id}")
        : new ChatOutput.Silent();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Answer {Id} could not be remembered; its buttons will not work")]
        public static partial void NotRemembered(ILogger logger, string id, Exception exception);
    }
}
