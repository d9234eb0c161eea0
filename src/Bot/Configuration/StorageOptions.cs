using System.ComponentModel.DataAnnotations;

namespace Bot.Configuration;

/// <summary>Where the bot keeps what it has read, and how long it keeps what it was asked.</summary>
internal sealed class StorageOptions
{
    public const string SectionName = "Storage";

    /// <summary>Made when missing; relative to the working directory. Default: data beside the solution or the program.</summary>
    [Required]
    [WritableFolder]
    public string Directory { get; set; } = ProgramHome.Locate("data");

    /// <summary>
    /// How long questions, answers and votes are kept: days ("90"), or days, hours, minutes, seconds ("90.00:00:00").
    /// One minute to 36500 days.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "36500.00:00:00")]
    public TimeSpan KeepAnswers { get; set; } = TimeSpan.FromDays(90);

    internal string FullPath => Path.GetFullPath(Directory);

    /// <summary>The data folder before anything is composed; absolute.</summary>
    public static string FolderIn(IConfiguration configuration) =>
        Path.GetFullPath(configuration[$"{SectionName}:{nameof(Directory)}"] ?? new StorageOptions().Directory);
}
