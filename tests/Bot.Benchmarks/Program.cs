using Bot.Benchmarks;

// Whole runs are measured, each in a process of its own.
switch (args)
{
    case ["index", var count, ..] when int.TryParse(count, out var paragraphs) && paragraphs > 0:
        var dense = Array.IndexOf(args, "--dense");
        var dimensions = dense < 0 ? (int?)null : dense + 1 < args.Length && int.TryParse(args[dense + 1], out var asked) ? asked : 1024;
        await new IndexRun(paragraphs, args.Length > 2 && dense != 2 ? args[2] : null, dimensions).RunAsync();
        return 0;
    case ["scan", var count, var length] when int.TryParse(count, out var rows) && int.TryParse(length, out var numbers) && (long)rows * numbers <= int.MaxValue:
        new ScanRun(rows, numbers).Run();
        return 0;
    case ["inline", var size] when int.TryParse(size, out var reports) && reports > 0:
        await new InlineRun(reports).RunAsync();
        return 0;
    case ["read"]:
        await new ReadRun(megabytes: 8).RunAsync();
        return 0;
    case ["read", var size] when int.TryParse(size, out var megabytes) && megabytes > 0:
        await new ReadRun(megabytes).RunAsync();
        return 0;
    case ["telegram", var program, var count] when int.TryParse(count, out var persons) && persons > 0:
        await new TelegramRun(program, persons, TimeSpan.FromMilliseconds(100)).RunAsync();
        return 0;
    case ["wecom", var program, var count] when int.TryParse(count, out var members) && members > 0:
        await new AcknowledgeRun(program, members).RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("usage: index <paragraphs> [folder] [--dense [dimensions]]   e.g. index 10000, index 100000 --dense 1024");
        Console.Error.WriteLine("       scan <vectors> <dimensions>   comparing one question with all of them, against reading as much memory");
        Console.Error.WriteLine("       inline <reports>              answering what is typed after @bot on Telegram");
        Console.Error.WriteLine("       read [megabytes]              8 when not said");
        Console.Error.WriteLine("       telegram <Bot.dll> <persons>  who ask at once, e.g. telegram src/Bot/bin/Release/net10.0/Bot.dll 200");
        Console.Error.WriteLine("       wecom <Bot.dll> <members>     who write to WeCom's app at once");
        return 2;
}
