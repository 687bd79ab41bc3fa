namespace Analysis.Cli;

/// <summary>A <c>decisions.tsv</c> to be filled in by a person.</summary>
internal static class DecisionsFile
{
    /// <summary>
    /// Writes a file with what it holds already, comments and all, then the decisions of the corpus that it lacks, then the open ones. It
    /// is written whole or not at all.
    /// </summary>
    /// <returns>Number of rows added.</returns>
    /// <exception cref="InvalidDataException">There is such a file, and it is no table of decisions.</exception>
    public static int Write(string path, Decisions corpus, IReadOnlyList<Decision> open)
    {
        path = Path.GetFullPath(path);
        var (text, own) = File.Exists(path) ? (File.ReadAllText(path), Decisions.Load(path)) : (Decisions.Header + "\n", Decisions.None);
        if (!text.EndsWith('\n')) text += "\n";
        var undecided = open.Where(decision => corpus.Find(decision.Surface, decision.Entity) is null);
        var rows = corpus.All.Concat(undecided).Where(decision => own.Find(decision.Surface, decision.Entity) is null).ToList();
        new ExportFolder(Path.GetDirectoryName(path)!).WriteText(Path.GetFileName(path), writer =>
        {
            writer.Write(text);
            foreach (var row in rows) writer.Write(row.ToLine() + "\n");
        });
        return rows.Count;
    }
}
