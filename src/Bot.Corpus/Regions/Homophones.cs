namespace Bot.Corpus;

/// <summary>
/// Which characters sound alike, tones aside and with the finals and initials that typists mix up taken as one
/// (xin/xing, zhou/zou): for seeing through typing mistakes.
/// </summary>
public sealed class Homophones
{
    private static readonly Lazy<Homophones> _default = new(() =>
    {
        using var reader = VocabularyFile.Open("homophones.txt");
        return Load(reader);
    });

    private readonly Dictionary<char, string[]> _sounds;

    private Homophones(Dictionary<char, string[]> sounds) => _sounds = sounds;

    /// <summary>The shipped list: 3,755 common characters.</summary>
    public static Homophones Default => _default.Value;

    /// <summary>Reads lines of a syllable, a tab and the characters read so.</summary>
    public static Homophones Load(TextReader reader)
    {
        var sounds = new Dictionary<char, string[]>();
        foreach (var fields in VocabularyFile.Read(reader))
            foreach (var character in fields[1])
                Add(sounds, character, fields[0]);
        return new Homophones(sounds);
    }

    /// <summary>These, and the readings that region names give to rarer characters.</summary>
    internal Homophones With(IEnumerable<Region> regions)
    {
        var sounds = new Dictionary<char, string[]>(_sounds);
        foreach (var region in regions)
            for (var i = 0; i < region.Pinyin.Length && i < region.Name.Length; i++)
                Add(sounds, region.Name[i], region.Pinyin[i]);
        return new Homophones(sounds);
    }

    /// <summary>True for the same character too. False when either is not in the list.</summary>
    public bool SoundAlike(char a, char b) =>
        a == b || SoundsOf(a).AsSpan().ContainsAny(SoundsOf(b));

    /// <summary>The sounds of a character as <see cref="Sound"/> gives them; empty when it isn't in the list.</summary>
    internal string[] SoundsOf(char character) => _sounds.GetValueOrDefault(character, []);

    /// <summary>A syllable with what typists mix up taken as one: xing and xin give xin, zhou gives zou.</summary>
    internal static string Sound(string syllable)
    {
        var sound = syllable.EndsWith("ing", StringComparison.Ordinal) || syllable.EndsWith("eng", StringComparison.Ordinal)
            ? syllable[..^1]
            : syllable;
        return sound.Length > 2 && sound[1] == 'h' ? sound.Remove(1, 1) : sound;
    }

    private static void Add(Dictionary<char, string[]> sounds, char character, string syllable)
    {
        var sound = Sound(syllable);
        if (!sounds.TryGetValue(character, out var of))
            sounds[character] = [sound];
        else if (!of.Contains(sound))
            sounds[character] = [.. of, sound];
    }
}
