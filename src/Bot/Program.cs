using Bot.Commands;

return await new BotProgram(BotConsole.OfProcess()).RunAsync(args);
