using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bot.Retrieval;

/// <summary>
/// An immutable part of the inverted index: the postings of some reports' passages. Passages are numbered by index, in
/// the order in which their reports were stored and then of reading.
/// </summary>
internal sealed class Segment
{
    private readonly MappedFile _file;
    private readonly SegmentLayout _layout;
    private readonly int _keysAt;
    private readonly int _termsAt;
    private readonly int _lengthsAt;
    private readonly int _partsAt;
    private readonly int _passagesAt;
    private readonly int _reportsAt;
    private readonly Dictionary<long, int> _reportsByKey;

    private Segment(string path, MappedFile file, SegmentLayout layout)
    {
        (Path, _file, _layout) = (path, file, layout);
        _keysAt = layout.Postings;
        _termsAt = _keysAt + layout.Terms * sizeof(ulong);
        _lengthsAt = _termsAt + layout.Terms * TermEntry.Size;
        _partsAt = _lengthsAt + layout.Passages * 3;
        _passagesAt = _partsAt + layout.Passages;
        _reportsAt = _passagesAt + layout.Passages * PassageEntry.Size;
        _reportsByKey = new Dictionary<long, int>(layout.Reports);
        for (var report = 0; report < layout.Reports; report++)
            _reportsByKey[Reports[report].Key] = report;
    }

    public string Path { get; }

    public int PassageCount => _layout.Passages;

    public int Size => _file.Bytes.Length;

    public ReadOnlySpan<ulong> TermKeys => Table<ulong>(_keysAt, _layout.Terms);

    public ReadOnlySpan<TermEntry> Terms => Table<TermEntry>(_termsAt, _layout.Terms);

    public ReadOnlySpan<PassageEntry> Passages => Table<PassageEntry>(_passagesAt, _layout.Passages);

    public ReadOnlySpan<ReportSpan> Reports => Table<ReportSpan>(_reportsAt, _layout.Reports);

    /// <summary>Per passage, one bit for each part its sentences belong to.</summary>
    public ReadOnlySpan<byte> Parts => _file.Bytes.Slice(_partsAt, _layout.Passages);

    /// <summary>Per passage, its <see cref="LengthCode"/> in a field.</summary>
    public ReadOnlySpan<byte> Lengths(TermField field) =>
        _file.Bytes.Slice(_lengthsAt + (int)field * _layout.Passages, _layout.Passages);

    public long TotalLength(TermField field) => field switch
    {
        TermField.Character => _layout.TotalCharacters,
        TermField.Pair => _layout.TotalPairs,
        _ => _layout.TotalWords,
    };

    public PostingsReader Postings(in TermEntry term) => new(_file.Bytes[term.Offset.._keysAt], term.Passages);

    /// <summary>The bytes postings are offsets into; see <see cref="PostingCursor"/>.</summary>
    public ReadOnlySpan<byte> PostingBytes => _file.Bytes[.._keysAt];

    /// <summary>The end of a report's passages (its first is in <see cref="Reports"/>).</summary>
    public int EndOf(int report) =>
        report + 1 < _layout.Reports ? Reports[report + 1].FirstPassage : _layout.Passages;

    /// <summary>Index in <see cref="Reports"/> of the report a passage belongs to.</summary>
    public int ReportOf(int passage)
    {
        var reports = Reports;
        var (low, high) = (0, reports.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (reports[middle].FirstPassage <= passage)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    /// <summary>Index in <see cref="Reports"/>, or negative.</summary>
    public int FindReport(long key) => _reportsByKey.TryGetValue(key, out var report) ? report : -1;

    /// <summary>Index in <see cref="Terms"/>, or negative.</summary>
    public int FindTerm(ulong key) => TermKeys.BinarySearch(key);

    /// <exception cref="InvalidDataException">The file is not a segment of this format, or is damaged.</exception>
    /// <exception cref="FileNotFoundException" />
    public static Segment Open(string path)
    {
        var segment = OpenUnverified(path);
        SealedFile.Verify(path, Unsafe.SizeOf<SegmentLayout>());
        return segment;
    }

    /// <summary>As <see cref="Open"/>, for a file just written: trusts its contents.</summary>
    public static Segment OpenUnverified(string path)
    {
        var file = new MappedFile(path);
        var bytes = file.Bytes;
        var tail = Unsafe.SizeOf<SegmentLayout>();
        if (bytes.Length < tail + SegmentLayout.HashSize)
            throw new InvalidDataException($"{path} is cut short.");
        var layout = MemoryMarshal.Read<SegmentLayout>(bytes[^tail..]);
        if (layout.Magic != SegmentLayout.MagicOfFormat1 || layout.FileSize(tail) != bytes.Length)
            throw new InvalidDataException($"{path} is not a whole segment of the format this version writes.");
        return new Segment(path, file, layout);
    }

    private ReadOnlySpan<T> Table<T>(int at, int count) where T : struct =>
        MemoryMarshal.Cast<byte, T>(_file.Bytes.Slice(at, count * Unsafe.SizeOf<T>()));
}
