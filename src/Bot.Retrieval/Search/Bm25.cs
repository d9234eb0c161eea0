namespace Bot.Retrieval;

/// <summary>BM25 over the three fields, with the constants measured best for reports and policies.</summary>
internal sealed class Bm25
{
    private const double K1 = 0.6;
    private const double B = 0.4;
    private const double Unit = 1 << TermWorth.UnitBits;

    private readonly int[][] _saturation;
    private readonly double[] _averageLength;

    /// <param name="passages">Number of passages indexed.</param>
    /// <param name="totalLength">Sum of their lengths, per <see cref="TermField"/>.</param>
    public Bm25(long passages, ReadOnlySpan<long> totalLength)
    {
        Passages = passages;
        _averageLength = new double[totalLength.Length];
        _saturation = new int[totalLength.Length][];
        for (var field = 0; field < totalLength.Length; field++)
        {
            _averageLength[field] = Math.Max(1, totalLength[field] / (double)Math.Max(1, passages));
            _saturation[field] = SaturationOf(_averageLength[field]);
        }
    }

    public long Passages { get; }

    /// <summary>How telling a term is, its field's weight in it. Terms the corpus lacks are the most telling.</summary>
    public double WeightOf(TermField field, long passagesWithTerm)
    {
        var idf = Math.Log(1 + (Passages - passagesWithTerm + 0.5) / (passagesWithTerm + 0.5));
        return WeightOf(field) * idf;
    }

    /// <summary>How much a field's terms count beside the others'.</summary>
    public static double WeightOf(TermField field) => field is TermField.Word ? 0.5 : 1;

    public TermWorth Worth(TermField field, double weight) =>
        new((long)(weight * Unit), _saturation[(int)field]);

    /// <summary>What a term adds in a passage of the query's own length: the measure of a perfect match.</summary>
    public double PerfectSaturation(TermField field, int queryLength) =>
        Saturation(1, queryLength, _averageLength[(int)field]);

    private static int[] SaturationOf(double averageLength)
    {
        var table = new int[(PostingsWriter.LargestCount + 1) * LengthCode.Count];
        for (var count = 1; count <= PostingsWriter.LargestCount; count++)
            for (var code = 0; code < LengthCode.Count; code++)
                table[count * LengthCode.Count + code] = (int)(Saturation(count, LengthCode.ToLength(code), averageLength) * Unit);
        return table;
    }

    private static double Saturation(int count, int length, double averageLength) =>
        count * (K1 + 1) / (count + K1 * (1 - B + B * length / averageLength));
}
