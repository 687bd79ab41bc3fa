return await Analysis.Cli.CommandLine.RunAsync(args, Console.Out, Console.Error);
