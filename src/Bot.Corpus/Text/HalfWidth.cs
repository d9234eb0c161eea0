namespace Bot.Corpus;

/// <summary>Full-width digits, letters and the signs of numbers made half width, length kept, so that positions stay true.</summary>
internal static class HalfWidth
{
    private const int Offset = '０' - '0';

    public static string Of(string text) =>
        text.AsSpan().IndexOfAnyInRange('！', '～') < 0
            ? text
            : string.Create(text.Length, text, static (target, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                    target[i] = Of(source[i]);
            });

    private static char Of(char c) => c switch
    {
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => (char)(c - Offset),
        '％' or '．' or '－' or '＋' or '／' or '＆' => (char)(c - Offset),
        _ => c,
    };
}
