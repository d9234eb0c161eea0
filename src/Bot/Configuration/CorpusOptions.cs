using System.ComponentModel.DataAnnotations;

namespace Bot.Configuration;

/// <summary>Where the reports lie and how they are watched.</summary>
internal sealed class CorpusOptions
{
    public const string SectionName = "Corpus";

    /// <summary>The folder of the reports; relative to the working directory. Default: seeds beside the solution or the program.</summary>
    [Required]
    [ExistingFolder]
    public string Folder { get; set; } = ProgramHome.Locate("seeds");

    /// <summary>Seconds between two looks at the folder when nothing was seen to change, 1 to 3600.</summary>
    [Range(1, 3600)]
    public int RescanSeconds { get; set; } = 60;

    /// <summary>Milliseconds that a file's size and write time must stand still before it is read, 50 to 60000.</summary>
    [Range(50, 60_000)]
    public int SettleMilliseconds { get; set; } = 500;

    /// <summary>Seconds after which a file that keeps moving, or stays locked, is shown as a problem, 1 to 3600.</summary>
    [Range(1, 3600)]
    public int PatienceSeconds { get; set; } = 30;

    internal TimeSpan RescanInterval => TimeSpan.FromSeconds(RescanSeconds);

    internal TimeSpan Settling => TimeSpan.FromMilliseconds(SettleMilliseconds);

    internal TimeSpan Patience => TimeSpan.FromSeconds(PatienceSeconds);
}
