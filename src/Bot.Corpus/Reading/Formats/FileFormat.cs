namespace Bot.Corpus;

internal enum FileFormat
{
    Text,
    Markdown,
    Html,
    Word,
    Pdf,
}
