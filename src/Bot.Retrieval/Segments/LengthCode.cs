namespace Bot.Retrieval;

/// <summary>
/// A passage's number of terms in one field, in a byte: exact up to 127, then in steps of 16 up to 2,175.
/// </summary>
internal static class LengthCode
{
    public const int Count = 256;
    private const int Exact = 128;
    private const int Step = 16;

    public static byte Of(int length) =>
        (byte)(length < Exact ? length : Math.Min(Exact + (length - Exact) / Step, Count - 1));

    /// <summary>The length a code stands for: never more than any length it was made from.</summary>
    public static int ToLength(int code) => code < Exact ? code : Exact + (code - Exact) * Step;
}
