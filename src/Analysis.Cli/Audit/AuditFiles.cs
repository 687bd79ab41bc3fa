namespace Analysis.Cli;

/// <summary>The tables that an audit writes for a person to fill in. What a file holds already stays, comments and all.</summary>
internal static class AuditFiles
{
    /// <summary>Writes a <c>decisions.tsv</c>: adds the decisions of the corpus that the file lacks, then the open ones.</summary>
    /// <returns>Number of rows added.</returns>
    /// <exception cref="InvalidDataException">There is such a file, and it is no table of decisions.</exception>
    public static int WriteDecisions(string path, Decisions corpus, IReadOnlyList<Decision> open)
    {
        var own = File.Exists(path) ? Decisions.Load(path) : Decisions.None;
        var undecided = open.Where(decision => corpus.Find(decision.Surface, decision.Entity) is null);
        var lacking = corpus.All.Concat(undecided).Where(decision => own.Find(decision.Surface, decision.Entity) is null);
        return Append(path, Decisions.Header, [.. lacking.Select(decision => decision.ToLine())]);
    }

    /// <summary>
    /// Writes the unlisted names that the file lacks as rows for the gazetteer, in its columns: a person fills in <c>id</c> and
    /// <c>name_en</c> and adds the rows to it. The header is a comment, so that the whole file can be added.
    /// </summary>
    /// <returns>Number of rows added.</returns>
    public static int WriteUnlisted(string path, IEnumerable<UnlistedName> names, string gazetteer)
    {
        var header = File.ReadLines(gazetteer).First(line => line is [not '#', ..]).TrimStart('\uFEFF');
        var columns = header.Split('\t');
        var name = Array.IndexOf(columns, "name_ar");
        var own = (File.Exists(path) ? File.ReadLines(path) : []).Select(line => line.Split('\t'))
            .Where(cells => cells.Length > name).Select(cells => UnlistedName.IdOf(cells[name])).ToHashSet();
        return Append(path, "# " + header, [.. names.Where(each => !own.Contains(each.Id)).Select(RowOf)]);

        string RowOf(UnlistedName each) => string.Join('\t', columns.Select(column => column switch
        {
            "type" => each.Type,
            // Parentheses, brackets and braces would be read as the syntax of aliases.
            "name_ar" => string.Join(' ', each.Surface.Split([.. "()[]{}|/ "], StringSplitOptions.RemoveEmptyEntries)),
            "source" => $"audit: {Counted.Of(each.Mentions, "mention")} in {Counted.Of(each.Documents, "document")}",
            _ => "",
        }));
    }

    private static int Append(string path, string header, IReadOnlyList<string> rows)
    {
        var text = File.Exists(path) ? File.ReadAllText(path) : header;
        AtomicFile.WriteText(path, new UTF8Encoding(false), writer => writer.Write(string.Join('\n', [text.TrimEnd('\n'), .. rows, ""])));
        return rows.Count;
    }
}
