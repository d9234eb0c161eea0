using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Bot.Models;

/// <summary>
/// Tries again after failures that pass by themselves: after the time that the server asks for, else after a growing,
/// jittered wait; and only while the call's budget allows the wait.
/// </summary>
internal sealed partial class RetryPipeline
{
    /// <summary>First wait, about; doubled with each further one. The client of OpenAI itself waits as long.</summary>
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.8);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private static readonly ResiliencePropertyKey<CallBudget> Budget = new("Bot.Models.Budget");

    private readonly ResiliencePipeline _pipeline;

    /// <param name="attempts">1: no second try.</param>
    public RetryPipeline(int attempts, TimeProvider time, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (attempts > 1)
            builder.AddRetry(Options(attempts, logger));
        _pipeline = builder.Build();
    }

    /// <param name="attempt">Throws <see cref="ModelException"/>.</param>
    /// <exception cref="ModelException">The last attempt's.</exception>
    public async Task<T> RunAsync<T>(CallBudget budget, Func<Task<T>> attempt)
    {
        var context = ResilienceContextPool.Shared.Get(budget.Token);
        context.Properties.Set(Budget, budget);
        ModelException? last = null;
        try
        {
            return await _pipeline.ExecuteAsync(
                async _ =>
                {
                    try
                    {
                        return await attempt();
                    }
                    catch (ModelException e)
                    {
                        last = e;
                        throw;
                    }
                },
                context);
        }
        catch (OperationCanceledException) when (last is not null && !budget.Caller.IsCancellationRequested)
        {
            throw last; // the budget ended in a wait: the cause is what made it wait
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static RetryStrategyOptions Options(int attempts, ILogger logger) => new()
    {
        MaxRetryAttempts = attempts - 1,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = FirstWait,
        MaxDelay = LongestWait,
        ShouldHandle = args => ValueTask.FromResult(
            args.Outcome.Exception is ModelException { IsTransient: true } failure
            && (failure.RetryAfter ?? FirstWait) < args.Context.Properties.GetValue(Budget, null!).Left),
        // Null: the growing wait of above.
        DelayGenerator = args => ValueTask.FromResult((args.Outcome.Exception as ModelException)?.RetryAfter),
        OnRetry = args =>
        {
            var failure = (ModelException)args.Outcome.Exception!; // ShouldHandle took no other
            Log.Retrying(logger, args.AttemptNumber + 1, failure.Failure, args.RetryDelay.TotalSeconds);
            return ValueTask.CompletedTask;
        },
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Attempt {Attempt} at the model failed ({Failure}); trying again in {Seconds:0.0} s")]
        public static partial void Retrying(ILogger logger, int attempt, ModelFailure failure, double seconds);
    }
}
