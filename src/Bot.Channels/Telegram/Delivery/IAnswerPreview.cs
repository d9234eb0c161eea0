namespace Bot.Channels.Telegram;

/// <summary>Shows an answer while it is being written.</summary>
internal interface IAnswerPreview
{
    /// <summary>Least time between two looks of it.</summary>
    TimeSpan Interval { get; }

    /// <summary>How long a look of it stays without being renewed; null: for good.</summary>
    TimeSpan? Life { get; }

    /// <summary>The message that shows it, which the answer then takes the place of; null: there is none.</summary>
    long? Placeholder { get; }

    /// <summary>Shows the text so far. Failures are none: a preview may be left out.</summary>
    Task ShowAsync(string text, CancellationToken cancellationToken);
}
