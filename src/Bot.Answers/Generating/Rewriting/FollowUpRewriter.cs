using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Bot.Answers.Conversations;
using Microsoft.Extensions.AI;

namespace Bot.Answers.Generating;

/// <summary>Has the model turn a follow-up that the rules didn't understand into a question that stands by itself.</summary>
internal sealed class FollowUpRewriter(IChatClient chat, PromptTemplate prompt, RewritingGuard guard)
{
    // Far more than any question; a model that goes on and on is left.
    private const int MostCharacters = 2000;

    /// <param name="earlier">The questions before it, oldest first.</param>
    /// <param name="failed">Hears of what kept the model from answering.</param>
    /// <returns>Null: the model failed, left it as it was, or put in what nobody had said.</returns>
    public async Task<string?> RewriteAsync(
        string followUp, ImmutableArray<string> earlier, Action<Exception> failed, CancellationToken deadline, CancellationToken caller)
    {
        var messages = prompt.Fill(new Dictionary<string, string>
        {
            ["boundary"] = RandomNumberGenerator.GetHexString(24, lowercase: true),
            ["earlier"] = string.Join('\n', earlier),
            ["question"] = followUp,
        });
        var text = new StringBuilder();
        await using (var reply = new ModelReply(chat.GetStreamingResponseAsync(messages, cancellationToken: deadline), deadline, caller))
        {
            while (text.Length < MostCharacters && await reply.NextAsync() is { } piece)
                text.Append(piece);
            if (reply.Failure is { } failure)
            {
                failed(failure);
                return null;
            }
        }
        var rewritten = text.ToString().Trim().Trim('“', '”', '"');
        return rewritten != followUp.Trim() && guard.Holds(rewritten, [followUp, .. earlier]) ? rewritten : null;
    }
}
