using System.Text.Json;

namespace Bot.Retrieval;

/// <summary>Values at some of 2³² dimensions.</summary>
/// <param name="Indices">Ascending, without repetition.</param>
/// <param name="Values">As many.</param>
internal sealed record QdrantSparse(uint[] Indices, float[] Values);

/// <summary>A point to store.</summary>
/// <param name="Payload">A JSON object, UTF-8.</param>
/// <param name="Sparse">What it is found by in words; null: it is found by its payload alone.</param>
/// <param name="Dense">Its embedding; null: none.</param>
internal sealed record QdrantPoint(Guid Id, byte[] Payload, QdrantSparse? Sparse = null, ReadOnlyMemory<float>? Dense = null)
{
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteStartObject("vector");
        if (Dense is { } dense)
            WriteNumbers(json, QdrantCollection.Dense, dense.Span);
        if (Sparse is { } sparse)
        {
            json.WriteStartObject(QdrantCollection.Sparse);
            json.WriteStartArray("indices");
            foreach (var index in sparse.Indices)
                json.WriteNumberValue(index);
            json.WriteEndArray();
            WriteNumbers(json, "values", sparse.Values);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WritePropertyName("payload");
        json.WriteRawValue(Payload, skipInputValidation: true);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ReadOnlySpan<float> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
