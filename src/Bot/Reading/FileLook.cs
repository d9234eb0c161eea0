using Bot.Corpus;

namespace Bot.Reading;

/// <summary>One file of the corpus folder as it was found.</summary>
/// <param name="File">Path below the folder, parts joined by "/": 2020/绍兴.txt.</param>
internal sealed record FileLook(string File, FileContent Content)
{
    public ReportId Id => ReportId.OfFile(File);
}
