using System.Numerics.Tensors;

namespace Bot.Retrieval.Tests.Dense;

public sealed class Int8VectorTests
{
    [Fact]
    public void Dot_is_the_sum_of_products_for_every_length()
    {
        var random = new Random(7);
        for (var length = 1; length <= 300; length++)
        {
            var query = Enumerable.Range(0, length).Select(_ => (short)random.Next(-127, 128)).ToArray();
            var row = Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128)).ToArray();

            Int8Vector.Dot(query, row).ShouldBe(query.Zip(row, (q, r) => q * r).Sum());
        }
    }

    [Fact]
    public void Dot_does_not_overflow_at_the_greatest_length() =>
        Int8Vector.Dot([.. Enumerable.Repeat((short)-127, 16_384)], [.. Enumerable.Repeat((sbyte)-127, 16_384)]).ShouldBe(127 * 127 * 16_384);

    [Fact]
    public void Products_of_quantised_vectors_are_nearly_those_of_the_vectors()
    {
        var random = new Random(7);
        for (var i = 0; i < 100; i++)
        {
            var (a, b) = (Vectors.Random(random, 256), Vectors.Random(random, 256));
            var (rowA, rowB) = (new sbyte[256], new sbyte[256]);

            var product = Int8Vector.Quantise(a, rowA) * Int8Vector.Quantise(b, rowB) * Int8Vector.Dot([.. rowA.Select(x => (short)x)], rowB);

            product.ShouldBe(TensorPrimitives.Dot<float>(a, b), 0.01f);
        }
    }
}
