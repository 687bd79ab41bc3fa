return await Analysis.Cli.CommandLine.Create().Parse(args).InvokeAsync();
