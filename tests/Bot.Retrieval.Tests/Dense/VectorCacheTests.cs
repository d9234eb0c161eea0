namespace Bot.Retrieval.Tests.Dense;

public sealed class VectorCacheTests : IDisposable
{
    private static readonly EmbeddingModel s_model = new("toy", 8);
    private static readonly EmbeddingModel s_other = new("other", 8);

    private readonly TemporaryFolder _folder = new();
    private readonly RecordedLog<VectorCache> _log = new();

    [Fact]
    public void Cache_remembers_a_vector_as_it_is_rounded()
    {
        var vector = Vector(3);
        using (var cache = Open())
            cache.Keep(s_model, ["甲"], [vector]);

        using var reopened = Open();

        reopened.Find(s_model, ["乙", "甲"]).ShouldBe([null, VectorCache.Rounded(vector)]);
        reopened.Find(s_other, ["甲"]).ShouldBe([null]);
    }

    [Fact]
    public void A_second_opening_reads_what_the_first_keeps_and_keeps_nothing()
    {
        using var first = Open();
        first.Keep(s_model, ["甲"], [Vector(1)]);
        using var second = Open();

        second.Keep(s_model, ["乙"], [Vector(2)]);
        second.ForgetUnused(s_other, 0, () => []);

        second.IsReadOnly.ShouldBeTrue();
        second.Find(s_model, ["甲"])[0].ShouldNotBeNull();
        first.Find(s_model, ["甲", "乙"])[1].ShouldBeNull();
    }

    [Fact]
    public void A_file_that_is_no_database_is_set_aside_and_begun_anew()
    {
        File.WriteAllText(_folder["vectors.db"], new string('x', 5000));

        using var cache = Open();
        cache.Keep(s_model, ["甲"], [Vector(1)]);

        cache.Find(s_model, ["甲"])[0].ShouldNotBeNull();
        _log.Lines.ShouldHaveSingleItem().ShouldContain("set aside");
        _folder.Files("vectors.db.unusable-*").ShouldNotBeEmpty();
    }

    [Fact]
    public void Damage_that_shows_while_it_is_open_loses_vectors_and_nothing_else()
    {
        // More than a connection keeps in memory.
        using (var written = Open())
            written.Keep(s_model, [.. Enumerable.Range(0, 60_000).Select(i => $"甲{i}")], [.. Enumerable.Repeat(Vector(1), 60_000)]);
        using var cache = Open();
        using (var file = new FileStream(_folder["vectors.db"], FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            file.Write(new byte[(int)file.Length]);

        for (var i = 0; i < 60_000; i += 1000)
            cache.Find(s_model, [$"甲{i}"]);
        cache.Keep(s_model, ["乙"], [Vector(2)]);

        _log.Lines.ShouldContain(line => line.Contains("set aside", StringComparison.Ordinal));
        cache.Find(s_model, ["乙"])[0].ShouldNotBeNull();
    }

    [Fact]
    public void Cache_forgets_other_models_at_once_and_texts_that_are_gone_once_they_are_many()
    {
        using var cache = Open();
        string[] texts = [.. Enumerable.Range(0, 3000).Select(i => $"甲{i}")];
        cache.Keep(s_other, ["甲0"], [Vector(1)]);
        cache.Keep(s_model, texts, [.. texts.Select(_ => Vector(1))]);

        cache.ForgetUnused(s_model, 2000, () => throw new InvalidOperationException("Too few are gone to look for them."));
        cache.Find(s_other, ["甲0"]).ShouldBe([null]);
        cache.ForgetUnused(s_model, 1000, () => texts[..1000]);

        cache.Find(s_model, texts).Count(v => v is not null).ShouldBe(1000);
        cache.Find(s_model, texts[..1000]).ShouldNotContain((float[]?)null);
    }

    public void Dispose() => _folder.Dispose();

    private VectorCache Open() => VectorCache.Open(_folder.Path, TimeProvider.System, _log);

    private static float[] Vector(int seed)
    {
        var random = new Random(seed);
        var vector = Enumerable.Range(0, 8).Select(_ => random.NextSingle() - 0.5f).ToArray();
        UnitVector.Normalise(vector);
        return vector;
    }
}
