namespace Bot.Models;

/// <summary>
/// Takes the reasoning out of the text of models whose server leaves it there: "&lt;think&gt;…&lt;/think&gt;" at the
/// very beginning, in pieces cut anywhere.
/// </summary>
internal sealed class ThoughtFilter
{
    private const string Open = "<think>", Close = "</think>";

    private State _state = State.Start;
    private string _held = "";

    private enum State
    {
        Start,
        Thinking,
        AfterThought,
        Answer,
    }

    /// <returns>What of the answer is known by now; may be empty.</returns>
    public string Next(string piece)
    {
        if (_state is State.Answer)
            return piece;
        _held += piece;
        if (_state is State.Start)
            ReadStart();
        if (_state is State.Thinking)
            ReadThought();
        if (_state is State.AfterThought && _held.TrimStart() is { Length: > 0 } answer)
            (_state, _held) = (State.Answer, answer);
        return _state is State.Answer ? Release() : "";
    }

    /// <returns>What was held back, once no more comes.</returns>
    public string End() => _state is State.Start ? Release() : "";

    private void ReadStart()
    {
        var text = _held.AsSpan().TrimStart();
        if (text.StartsWith(Open, StringComparison.Ordinal))
            _state = State.Thinking;
        else if (!Open.AsSpan().StartsWith(text, StringComparison.Ordinal))
            _state = State.Answer;
    }

    private void ReadThought()
    {
        int end = _held.IndexOf(Close, StringComparison.Ordinal);
        if (end >= 0)
            (_state, _held) = (State.AfterThought, _held[(end + Close.Length)..]);
        else if (_held.Length > Close.Length)
            _held = _held[^Close.Length..]; // long thoughts aren't kept
    }

    private string Release()
    {
        var text = _held;
        _held = "";
        return text;
    }
}
