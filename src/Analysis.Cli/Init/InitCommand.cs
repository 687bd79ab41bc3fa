namespace Analysis.Cli;

/// <summary><c>analysis init</c>: makes a corpus folder, with a manifest and a first notebook, of texts as people have them.</summary>
internal static class InitCommand
{
    public static readonly Argument<string> Folder = new("folder") { Description = "The corpus folder to make: new, or empty." };

    public static readonly Argument<string[]> Sources = new("source")
    {
        Description = $"Files ({SourceFile.Kinds}), or folders of these. Word documents are read without their footnotes, of a "
            + "page its main text is read.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static readonly Option<string?> Fields = Options.Text("--fields", "text=maintext,date=date_publish,…",
        "Names of the columns or properties in .csv, .jsonl and .jsonl.gz: any of id, text, date, title and outlet that has "
            + "another name than that. A date is 2020-01-25, 2020/1/25, 25/1/2020, 25 يناير 2020 or Jan 25, 2020.");

    public static readonly Option<string> Language =
        new("--language") { Description = "Language of the texts.", HelpName = "TAG", DefaultValueFactory = _ => "ar" };

    public static readonly Option<string?> Title =
        Options.Text("--title", "TEXT", "Title of the corpus and of its report (default: the folder's name).");

    public static Command Create() => new Command(
        "init", "Make a corpus folder of texts: articles, a manifest to fill in, a first notebook. The exit code is 1 if anything was "
            + "skipped, 2 if nothing could be made.")
    {
        Folder, Sources, Fields, Language, Title,
    }.Doing((given, stop) => Task.FromResult(new CorpusMaker(given, stop).Execute()));
}
