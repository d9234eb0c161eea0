namespace Bot.Corpus;

/// <summary>Which whole numbers can be years of a report.</summary>
internal static class CalendarYear
{
    private const int First = 1900;
    private const int Last = 2100;

    public static bool Is(decimal value) => value is >= First and <= Last && decimal.IsInteger(value);
}
