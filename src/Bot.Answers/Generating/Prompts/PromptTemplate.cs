using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Bot.Answers.Generating;

/// <summary>
/// A prompt in Semantic Kernel's template form: messages in &lt;message role="…"&gt; tags, variables as {{$name}}. Values are
/// put in after the messages were parted, in one pass: no value can open a message or name a variable.
/// </summary>
internal sealed partial class PromptTemplate
{
    private readonly ImmutableArray<PromptMessage> _messages;

    private PromptTemplate(ImmutableArray<PromptMessage> messages) => _messages = messages;

    /// <summary>What the prompt says by itself, variables left out.</summary>
    public string Instructions => string.Join('\n', _messages.Select(m => Variable().Replace(m.Text, "\n")));

    /// <param name="variables">The names that the prompt may use; each must stand in it.</param>
    /// <exception cref="FormatException">Says what is wrong, Chinese and English.</exception>
    public static PromptTemplate Parse(string text, IReadOnlyCollection<string> variables)
    {
        var messages = Message().Matches(text).Select(m => new PromptMessage(m.Groups["role"].Value, m.Groups["text"].Value.Trim())).ToImmutableArray();
        if (messages.IsEmpty)
            messages = [new PromptMessage("user", text.Trim())];
        else if (Message().Replace(text, "").Trim().Length > 0)
            throw new FormatException("有文字不在 <message> 之内 | there is text outside of <message>");
        var used = messages.SelectMany(m => Variable().Matches(m.Text)).Select(m => m.Groups["name"].Value).ToHashSet();
        if (used.Except(variables).FirstOrDefault() is { } unknown)
            throw new FormatException($"没有名为 {unknown} 的变量，可用 {string.Join('、', variables)} | there is no variable {unknown}");
        if (variables.Except(used).FirstOrDefault() is { } missing)
            throw new FormatException($"缺少变量 {{{{${missing}}}}} | the variable {{{{${missing}}}}} is missing");
        if (messages.Any(m => Variable().Replace(m.Text, "").Contains("{{", StringComparison.Ordinal)))
            throw new FormatException("只支持 {{$变量}} | only {{$variable}} is supported");
        return new(messages);
    }

    /// <param name="values">One for each variable.</param>
    public ImmutableArray<ChatMessage> Fill(IReadOnlyDictionary<string, string> values) =>
        [.. _messages.Select(m => new ChatMessage(new ChatRole(m.Role), Variable().Replace(m.Text, v => values[v.Groups["name"].Value])))];

    [GeneratedRegex("""<message\s+role="(?<role>system|user|assistant)">(?<text>.*?)</message>""", RegexOptions.Singleline)]
    private static partial Regex Message();

    [GeneratedRegex(@"\{\{\s*\$(?<name>\w+)\s*\}\}")]
    private static partial Regex Variable();
}
