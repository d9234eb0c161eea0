using System.ClientModel.Primitives;
using System.Text;
using Microsoft.Extensions.AI;

namespace Bot.Models;

/// <summary>One answer as it comes from the server, from its first character to its end. Disposing ends the HTTP call.</summary>
internal sealed class ChatAttempt : IAsyncDisposable
{
    /// <summary>
    /// A token is rarely more than this many characters; an answer longer than its tokens allow comes from a server
    /// that ignores the limit and may never end.
    /// </summary>
    private const int MaximumCharactersPerToken = 8;

    private readonly PipelineResponse _response;
    private readonly StepLimit _limit;
    private readonly FailureReader _failures;
    private readonly IAsyncEnumerator<ChatChunk?> _chunks;
    private readonly ThoughtFilter _thoughts = new();
    private readonly long _longest;
    private long _length;
    private bool _hasText;
    private ChatDelta? _first;
    private string? _finish;
    private ChatUsage? _usage;
    private string? _id;
    private string? _model;
    private bool _ended;

    /// <param name="response">A success; its body not yet read.</param>
    public ChatAttempt(PipelineResponse response, int maxOutputTokens, StepLimit limit, FailureReader failures)
    {
        _response = response;
        _limit = limit;
        _failures = failures;
        _longest = (long)maxOutputTokens * MaximumCharactersPerToken;
        _chunks = ChatEvents.ReadAsync(response, limit.Token).GetAsyncEnumerator(limit.Token);
    }

    /// <summary>Waits for the first character; until then another attempt may take this one's place.</summary>
    /// <exception cref="ModelException">Among others, when the answer ends without one.</exception>
    public async Task BeginAsync() => _first = await ReadAsync();

    /// <returns>The next piece; null after the last.</returns>
    /// <exception cref="ModelException">The answer breaks off, and what was given must not stand as one.</exception>
    public async Task<ChatDelta?> NextAsync()
    {
        if (_first is not { } first)
            return await ReadAsync();
        _first = null;
        return first;
    }

    public async ValueTask DisposeAsync()
    {
        await _chunks.DisposeAsync();
        _response.Dispose();
        _limit.Dispose();
    }

    private async Task<ChatDelta?> ReadAsync()
    {
        try
        {
            return _ended ? null : await ReadPieceAsync();
        }
        catch (Exception e) when (_limit.Translate(e, _failures) is { } translated && translated != e)
        {
            throw translated;
        }
    }

    private async Task<ChatDelta> ReadPieceAsync()
    {
        bool marked = false;
        while (!marked && await _chunks.MoveNextAsync())
        {
            if (_chunks.Current is not { } chunk)
            {
                marked = true;
                continue;
            }
            if (chunk.Error is { } error)
                throw _failures.OfEvent(ServerError.Of(error));
            _limit.Restart();
            var text = Take(chunk);
            if (text.Length > 0)
                return Piece(text);
        }
        return End(marked);
    }

    private string Take(ChatChunk chunk)
    {
        _id ??= chunk.Id;
        _model ??= chunk.Model;
        _usage = chunk.Usage ?? _usage;
        var text = new StringBuilder();
        foreach (var choice in chunk.Choices ?? [])
        {
            var piece = choice.Delta ?? choice.Message;
            if (!string.IsNullOrEmpty(piece?.Refusal))
                throw _failures.Of(ModelFailure.Refused);
            text.Append(_thoughts.Next(piece?.Content ?? ""));
            _finish = string.IsNullOrEmpty(choice.FinishReason) ? _finish : choice.FinishReason;
        }
        return text.ToString();
    }

    private ChatDelta Piece(string text)
    {
        _length += text.Length;
        if (_length > _longest)
            throw _failures.Of(ModelFailure.BadResponse, $"answer without end: more than {_longest} characters");
        _hasText = _hasText || !string.IsNullOrWhiteSpace(text);
        return new(text, null, null, _id, _model);
    }

    private ChatDelta End(bool marked)
    {
        _ended = true;
        var rest = Piece(_thoughts.End());
        var finish = _finish switch
        {
            "content_filter" => throw _failures.Of(ModelFailure.Refused),
            "length" => ChatFinishReason.Length,
            "stop" => ChatFinishReason.Stop,
            null when marked => ChatFinishReason.Stop,
            null => throw _failures.Of(ModelFailure.BadResponse, "the answer broke off"),
            // Such as DeepSeek's insufficient_system_resource: whatever it means, the answer isn't whole.
            var other => throw _failures.Of(ModelFailure.ServerError, $"finish_reason {other}"),
        };
        return _hasText
            ? rest with { Finish = finish, Usage = _usage }
            : throw _failures.Of(ModelFailure.EmptyOutput);
    }
}
