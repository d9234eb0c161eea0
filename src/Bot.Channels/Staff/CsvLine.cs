using System.Globalization;
using System.Text;

namespace Bot.Channels;

/// <summary>A line of CSV (RFC 4180), safe to open in a spreadsheet.</summary>
internal sealed class CsvLine
{
    // What a spreadsheet takes for the start of a formula; it reads full-width signs as well.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    private readonly StringBuilder _line = new();

    /// <summary>Text that would be taken for a formula gets an apostrophe in front, which spreadsheets read as "this is text".</summary>
    public CsvLine Add(string? text)
    {
        text ??= "";
        bool isFormula = text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) && !IsNumber(text);
        return AddCell(isFormula ? "'" + text : text);
    }

    public CsvLine Add(decimal number) => AddCell(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The line with its end.</summary>
    public override string ToString() => _line + "\r\n";

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private CsvLine AddCell(string cell)
    {
        if (_line.Length > 0)
            _line.Append(',');
        // Every cell in quotes: an empty first one would else leave the line without its comma.
        _line.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return this;
    }
}
