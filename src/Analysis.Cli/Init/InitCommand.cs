namespace Analysis.Cli;

/// <summary><c>analysis init</c>: makes a corpus folder, with a manifest and a first notebook, of texts as people have them.</summary>
internal static class InitCommand
{
    private static readonly Argument<string> Folder = new("folder") { Description = "The corpus folder to make: new, or empty." };

    private static readonly Argument<string[]> Sources = new("source")
    {
        Description = $"Files ({SourceFile.Kinds}), or folders of these. Word documents are read without their footnotes, of a "
            + "page its main text is read.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Fields = new("--fields")
    {
        Description = "Names of the columns or properties in .csv, .jsonl and .jsonl.gz: any of id, text, date, title and outlet that has "
            + "another name than that.",
        HelpName = "text=maintext,date=date_publish,…",
    };

    private static readonly Option<string> Language =
        new("--language") { Description = "Language of the texts.", HelpName = "TAG", DefaultValueFactory = _ => "ar" };

    private static readonly Option<string?> Title =
        new("--title") { Description = "Title of the corpus and of its report (default: the folder's name).", HelpName = "TEXT" };

    public static Command Create()
    {
        var command = new Command("init", "Make a corpus folder of texts: articles, a manifest to fill in, a first notebook. The exit code "
            + "is 1 if anything was skipped, 2 if nothing could be made.") { Folder, Sources, Fields, Language, Title };
        command.SetAction(result => new CorpusMaker
        {
            Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(result.GetValue(Folder)!)),
            Fields = FieldNames.Parse(result.GetValue(Fields)),
            Language = result.GetValue(Language)!,
            Title = result.GetValue(Title),
            Out = result.InvocationConfiguration.Output,
            Error = result.InvocationConfiguration.Error,
        }.Execute(result.GetValue(Sources)!));
        return command;
    }
}
