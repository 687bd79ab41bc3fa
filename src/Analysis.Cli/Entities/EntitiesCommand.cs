namespace Analysis.Cli;

/// <summary><c>analysis entities</c>: writes the gazetteer that annotates a corpus.</summary>
internal static class EntitiesCommand
{
    private static readonly CorpusOptions Options = new();

    public static Command Create()
    {
        var command = new Command(
            "entities", "Write the gazetteer in use as a table in the format of entities.tsv: names expanded, accepted spellings added.")
        {
            Options.Folder,
            Options.Entities,
        };
        command.SetAction(result => Options.Open(result).Annotator.Gazetteer.Write(Console.Out));
        return command;
    }
}
