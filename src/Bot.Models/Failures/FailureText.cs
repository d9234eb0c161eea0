namespace Bot.Models;

/// <summary>What went wrong and what to do, Chinese and English, parted by " | ".</summary>
internal static class FailureText
{
    /// <param name="detail">What the server said, fit to be shown; null: nothing.</param>
    public static string Of(ModelFailure failure, ModelEndpoint endpoint, string? detail)
    {
        var (chinese, english) = Parts(failure, endpoint);
        var (kind, kindEnglish) = endpoint.Kind is ModelKind.Chat ? ("对话模型", "Chat model") : ("向量模型", "Embedding model");
        var said = string.IsNullOrEmpty(detail) ? "" : $" [{detail}]";
        return $"{kind} {endpoint.Model}（{endpoint.Server}）{chinese} | {kindEnglish} {endpoint.Model} at {endpoint.Server} {english}{said}";
    }

    private static (string Chinese, string English) Parts(ModelFailure failure, ModelEndpoint endpoint)
    {
        var section = endpoint.Section;
        return failure switch
        {
            ModelFailure.Unreachable =>
                ($"连接不上或连接中断：请检查 {section}:BaseUrl、网络和代理，并确认服务已启动。",
                $"can't be reached, or the connection broke: check {section}:BaseUrl, the network and the proxy, and that it runs."),
            ModelFailure.Timeout =>
                ($"未在限定时间内回答：服务繁忙，或可调大 {section}:TimeoutSeconds" + (endpoint.Kind is ModelKind.Chat ? " 与 BudgetSeconds。" : "。"),
                $"didn't answer in time: it is busy, or raise {section}:TimeoutSeconds" + (endpoint.Kind is ModelKind.Chat ? " and BudgetSeconds." : ".")),
            ModelFailure.Unauthorized =>
                ($"拒绝了密钥：请检查 {section}:ApiKey 及其权限。", $"refused the key: check {section}:ApiKey and what it may use."),
            ModelFailure.RateLimited =>
                ("限制了请求次数，或额度已用尽：请稍后再试，并检查账户额度。", "limits requests, or the quota is used up: try later, and check the account."),
            ModelFailure.ServerError =>
                ("出现内部错误：请稍后再试，并查看该服务的日志。", "had an error of its own: try later, and look at its log."),
            ModelFailure.NotFound =>
                ($"没有这个模型或网址：请检查 {section}:Model，以及 {section}:BaseUrl 是否到 /v1 为止。",
                $"doesn't know the model or the address: check {section}:Model, and that {section}:BaseUrl ends with /v1."),
            ModelFailure.ContextTooLong =>
                ($"装不下这次的内容：请调小 {section}:MaxInputCharacters，或换用上下文更长的模型。",
                $"can't take a text that long: lower {section}:MaxInputCharacters, or use a model with a longer context."),
            ModelFailure.Refused =>
                ("的内容审核拒绝了这次请求：请换一种问法。", "refused the content: word the question differently."),
            ModelFailure.EmptyOutput =>
                ($"没有给出内容：推理类模型请调大 {section}:MaxOutputTokens。", $"gave no text: for a model that reasons, raise {section}:MaxOutputTokens."),
            _ =>
                ($"的回复不符合接口约定：请确认 {section}:BaseUrl 指向兼容 OpenAI 的接口，且模型用途相符。",
                $"gave a reply that is not the API's: check that {section}:BaseUrl leads to an OpenAI-compatible API, and that the model is of the right kind."),
        };
    }
}
