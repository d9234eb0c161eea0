using System.Text.Json;
using Bot.Answers;

namespace Bot.Channels;

/// <summary>An answer as text in the form of <c>POST /api/ask</c>, for commands that print it.</summary>
public sealed class AnswerJson(ReportLinks links)
{
    /// <summary>One line of JSON.</summary>
    /// <param name="elapsed">From the question read to the answer made.</param>
    public string Of(Answer answer, TimeSpan elapsed) =>
        JsonSerializer.Serialize(AnswerBody.Of(answer, links, elapsed), WireJson.Wire.AnswerBody);
}
