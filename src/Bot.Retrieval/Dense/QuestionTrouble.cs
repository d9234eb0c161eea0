using Microsoft.Extensions.Logging;

namespace Bot.Retrieval;

/// <summary>Remembers that questions got no vector, so that a model that hangs costs a question its time now and then, not each. Thread safe.</summary>
internal sealed partial class QuestionTrouble(TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    private readonly Lock _one = new();
    private bool _isTrouble;
    private long _lastTry;

    /// <summary>False while the model is left alone; then one question at a time finds out whether it is back.</summary>
    public bool MayAsk()
    {
        lock (_one)
        {
            if (_isTrouble && time.GetElapsedTime(_lastTry) < s_pause)
                return false;
            _lastTry = time.GetTimestamp();
            return true;
        }
    }

    public void Came(string cause)
    {
        lock (_one)
        {
            _lastTry = time.GetTimestamp();
            if (_isTrouble)
                return;
            _isTrouble = true;
        }
        Log.Came(logger, cause);
    }

    public void Passed()
    {
        lock (_one)
        {
            if (!_isTrouble)
                return;
            _isTrouble = false;
        }
        Log.Passed(logger);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Questions get no vector and are searched by their words alone: {Cause}")]
        public static partial void Came(ILogger logger, string cause);

        [LoggerMessage(Level = LogLevel.Information, Message = "Questions get vectors again")]
        public static partial void Passed(ILogger logger);
    }
}
