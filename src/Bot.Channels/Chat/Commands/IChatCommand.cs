namespace Bot.Channels;

/// <summary>One command that people can give: /name words.</summary>
internal interface IChatCommand
{
    /// <summary>1 to 32 of a-z 0-9 _.</summary>
    string Name { get; }

    /// <summary>What it does, for menus, 1 to 256 characters.</summary>
    string Chinese { get; }

    /// <inheritdoc cref="Chinese"/>
    string English { get; }

    bool IsForAdministrators => false;

    /// <param name="argument">The words after the command; empty when there are none.</param>
    Task<CommandOutcome> RunAsync(ChatRequest request, string argument, CancellationToken cancellationToken);
}
