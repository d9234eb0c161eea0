using System.Diagnostics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Bot.Retrieval;

namespace Bot.Benchmarks;

/// <summary>
/// Compares one question with every vector in turn, on one thread: number by number in memory and in a file, and by signs; against reading as
/// much memory. The best and the median of some runs each.
/// </summary>
internal sealed class ScanRun(int rows, int dimensions)
{
    private const int Runs = 40;
    private const int RowsAtOnce = 256;
    private const int Wanted = 50;
    private const int Likely = 400;
    private const double Gigabyte = 1e9;

    private readonly Random _random = new(20_200_206);
    private readonly EmbeddingModel _model = new("random", dimensions);

    public void Run()
    {
        var folder = Directory.CreateTempSubdirectory("bot-benchmark-");
        try
        {
            var path = Path.Combine(folder.FullName, "x.vec");
            var numbers = Write(path);
            var file = VectorFile.OpenUnverified(path, rows, dimensions);
            var question = new QuestionVector(_model, Vector());
            var size = numbers.Length / Gigabyte;

            Measure("memory read", size, () => TensorPrimitives.Sum(MemoryMarshal.Cast<sbyte, ulong>(numbers)));
            Measure("numbers in memory", size, () => Compare(question, numbers));
            Measure("numbers in the file", size, () => CompareFile(question, file));
            Measure("signs", size / 8, () => new FirstPass(file, question).Run([new PassageRange(0, rows)], Likely, _ => true).Length);
            IndexRun.Print("signs lead to", $"{Enumerable.Range(0, 20).Average(_ => Found(new QuestionVector(_model, Vector()), file, numbers)):P1} of the {Wanted} nearest among {Likely}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sbyte[] Write(string path)
    {
        var numbers = new sbyte[rows * dimensions];
        using var writer = new VectorFileWriter(path, dimensions);
        for (var row = 0; row < rows; row++)
        {
            var vector = Vector();
            writer.Add(vector);
            Int8Vector.Quantise(vector, numbers.AsSpan(row * dimensions, dimensions));
        }
        writer.Complete();
        return numbers;
    }

    // Some topics, of which every vector has two or three: as texts do, and unlike vectors of chance alone, which are all equally far.
    private float[] Vector()
    {
        var vector = new float[dimensions];
        for (var i = 0; i < dimensions; i++)
            vector[i] = _random.NextSingle() - 0.5f;
        for (var t = 0; t < 3; t++)
        {
            var topic = new Random(_random.Next(200));
            for (var i = 0; i < dimensions; i++)
                vector[i] += 0.5f * (topic.NextSingle() - 0.5f);
        }
        UnitVector.Normalise(vector);
        return vector;
    }

    private long Compare(QuestionVector question, sbyte[] numbers)
    {
        var best = 0L;
        for (var row = 0; row < rows; row++)
            best = Math.Max(best, Int8Vector.Dot(question.Row, numbers.AsSpan(row * dimensions, dimensions)));
        return best;
    }

    private long CompareFile(QuestionVector question, VectorFile file)
    {
        var buffer = new sbyte[RowsAtOnce * dimensions];
        var best = 0L;
        for (var first = 0; first < rows; first += RowsAtOnce)
        {
            var some = buffer.AsSpan(0, Math.Min(RowsAtOnce, rows - first) * dimensions);
            file.Read(first, some);
            for (var at = 0; at < some.Length; at += dimensions)
                best = Math.Max(best, Int8Vector.Dot(question.Row, some.Slice(at, dimensions)));
        }
        return best;
    }

    private double Found(QuestionVector question, VectorFile file, sbyte[] numbers)
    {
        var nearest = Enumerable.Range(0, rows)
            .OrderByDescending(row => Int8Vector.Dot(question.Row, numbers.AsSpan(row * dimensions, dimensions)) * file.Scales[row])
            .Take(Wanted);
        return nearest.Intersect(new FirstPass(file, question).Run([new PassageRange(0, rows)], Likely, _ => true)).Count() / (double)Wanted;
    }

    private static void Measure<T>(string name, double gigabytes, Func<T> work)
    {
        var times = new double[Runs];
        for (var run = 0; run < Runs; run++)
        {
            var started = Stopwatch.GetTimestamp();
            GC.KeepAlive(work());
            times[run] = Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
        Array.Sort(times);
        IndexRun.Print(name, $"best {times[0] * 1000:F2} ms, {gigabytes / times[0]:F1} GB/s; p50 {times[Runs / 2] * 1000:F2} ms, {gigabytes / times[Runs / 2]:F1} GB/s");
    }
}
