using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http;

namespace Bot.TestServers;

/// <summary>The body of POST /v1/embeddings. Source: https://platform.openai.com/docs/api-reference/embeddings.</summary>
internal static class EmbeddingReply
{
    /// <param name="shape">Changes the vectors before they are sent, each with the index it will carry.</param>
    public static Script Script(
        ScriptedModelServerOptions options,
        Func<IEnumerable<(int? Index, float[] Vector)>, IEnumerable<(int? Index, float[] Vector)>>? shape = null) =>
        new((context, request) =>
        {
            int dimensions = request.Field("dimensions") is { } asked ? int.Parse(asked, CultureInfo.InvariantCulture) : options.Dimensions;
            var vectors = request.Inputs.Select((text, i) => ((int?)i, BigramEmbedding.Of(text, dimensions)));
            var data = (shape?.Invoke(vectors) ?? vectors)
                .Select(v => new { @object = "embedding", index = v.Index, embedding = Written(v.Vector, request, options) });
            int tokens = request.Inputs.Sum(i => i.Length);
            var usage = new { prompt_tokens = tokens, total_tokens = tokens };
            return context.Response.WriteAsJsonAsync(new { @object = "list", data, model = request.Model, usage }, context.RequestAborted);
        });

    private static object Written(float[] vector, ScriptedRequest request, ScriptedModelServerOptions options)
    {
        bool base64 = options.Encoding is EmbeddingEncoding.Base64
            || (options.Encoding is EmbeddingEncoding.AsAsked && request.Field("encoding_format") == "base64");
        return base64 ? Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector)) : vector;
    }
}
