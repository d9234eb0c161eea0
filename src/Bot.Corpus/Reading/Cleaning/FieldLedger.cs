using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Collects what the lines around a document state; a better source takes the place of a weaker one.</summary>
internal sealed partial class FieldLedger
{
    private (string Name, int Rank)? _issuer;
    private (DateOnly Day, int Rank)? _date;
    private string? _index;
    private string? _number;
    private Uri? _address;

    /// <summary>2020-02-06, 2020/2/6, 2020.2.6, 2020年2月6日.</summary>
    [GeneratedRegex(@"(?<!\d)(?<y>(19|20)\d{2})\s?[-/.年]\s?(?<m>\d{1,2})\s?[-/.月]\s?(?<d>\d{1,2})(?!\d)")]
    private static partial Regex Day { get; }

    /// <summary>浙委发〔2015〕27号; a year alone or a web page's number is none.</summary>
    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}]{1,12}\s?[〔\[［(（﹝]\s?(19|20)\d{2}\s?[〕\]］)）﹞]\s?(第\s?)?\d{1,5}\s?号$")]
    private static partial Regex DocumentNumber { get; }

    public HeadFields Fields => new(_index, _issuer?.Name, _date?.Day, _number, _address, PageTitle: null);

    public static bool IsDocumentNumber(string text) => DocumentNumber.IsMatch(text);

    public static DateOnly? ReadDay(string text)
    {
        if (Day.Match(text) is not { Success: true } m)
            return null;
        var iso = $"{m.Groups["y"].Value}-{m.Groups["m"].Value.PadLeft(2, '0')}-{m.Groups["d"].Value.PadLeft(2, '0')}";
        return DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    public void NoteIndex(string value) => _index ??= value;

    public void NoteNumber(string value) => _number ??= value;

    public void NoteAddress(string value)
    {
        if (_address is null && Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            _address = uri;
    }

    /// <param name="rank">0 for the issuing office by name, higher for sources and authors.</param>
    public void NoteIssuer(string value, int rank)
    {
        if (!value.Contains("**", StringComparison.Ordinal) && (_issuer is null || rank < _issuer.Value.Rank))
            _issuer = (value, rank);
    }

    /// <param name="rank">0 for the day of publication, higher for days that only stand near it.</param>
    public void NoteDate(string value, int rank)
    {
        if (ReadDay(value) is { } day && (_date is null || rank < _date.Value.Rank))
            _date = (day, rank);
    }
}
