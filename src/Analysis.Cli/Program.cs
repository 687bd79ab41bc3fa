Console.SetError(new Analysis.Cli.VisibleText(Console.Error));
return await Analysis.Cli.CommandLine.RunAsync(args, Console.Out, Console.Error);
