using Bot.Answers;

namespace Bot.Channels;

/// <summary>Reads the stream of an answer to its end, showing what there is meanwhile.</summary>
internal delegate Task<Answer> AnswerReading(IAsyncEnumerable<AnswerPart> parts, CancellationToken cancellationToken);
