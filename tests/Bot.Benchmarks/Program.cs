using Bot.Benchmarks;

// Whole runs are measured, each in a process of its own: index <paragraphs> [folder], read [megabytes].
switch (args)
{
    case ["index", var count, ..] when int.TryParse(count, out var paragraphs) && paragraphs > 0:
        await new IndexRun(paragraphs, args.Length > 2 ? args[2] : null).RunAsync();
        return 0;
    case ["read"]:
        await new ReadRun(megabytes: 8).RunAsync();
        return 0;
    case ["read", var size] when int.TryParse(size, out var megabytes) && megabytes > 0:
        await new ReadRun(megabytes).RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("usage: index <paragraphs> [folder]   e.g. index 10000, index 100000, index 1000000");
        Console.Error.WriteLine("       read [megabytes]              8 when not said");
        return 2;
}
