using System.ComponentModel.DataAnnotations;

namespace Bot.Channels;

/// <summary>What staff may do over HTTP, and by which right.</summary>
public sealed class AdminOptions
{
    public const string SectionName = "Admin";

    /// <summary>In characters: too long to be guessed at the rate that <see cref="AdminGate"/> allows.</summary>
    public const int MinimumKeyLength = 16;

    /// <summary>
    /// Who has it may correct figures and measures: at least <see cref="MinimumKeyLength"/> visible ASCII characters, for it travels in a
    /// header. Null or empty: nobody may.
    /// </summary>
    [DataType(DataType.Password)]
    public string? Key { get; set; }
}
