namespace Analysis.Cli;

/// <summary><c>analysis entities</c>: writes the gazetteer that annotates a corpus.</summary>
internal static class EntitiesCommand
{
    public static Command Create() => new Command(
        "entities", "Write the gazetteer in use as a table in the format of entities.tsv: names expanded, accepted spellings added.")
    {
        CorpusOptions.Folder, CorpusOptions.Entities,
    }.Doing(given => CorpusOptions.Open(given).Annotator.Gazetteer.Write(Console.Out));
}
