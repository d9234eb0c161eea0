using Microsoft.Extensions.AI;

namespace Bot.Models;

/// <summary>A piece of an answer.</summary>
/// <param name="Text">May be empty in the last piece.</param>
/// <param name="Finish">Set in the last piece only: why the answer ends.</param>
/// <param name="Usage">Set in the last piece only, if the server counts.</param>
internal readonly record struct ChatDelta(string Text, ChatFinishReason? Finish, ChatUsage? Usage, string? ResponseId, string? ResponseModel);
