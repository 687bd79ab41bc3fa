using System.Text;
using System.Text.Json.Nodes;

namespace Analysis.Notebooks;

/// <summary>A notebook as a document: cells with their outputs, and metadata. Values, never changed in place.</summary>
/// <param name="Cells">The cells, in order.</param>
/// <param name="Metadata">The notebook's metadata, whatever it holds.</param>
public sealed record NotebookDocument(IReadOnlyList<NotebookCell> Cells, JsonObject Metadata)
{
    /// <summary>Minor version of nbformat 4 that the document states; 5 is the first with cell ids.</summary>
    public int FormatMinor { get; init; } = 5;

    /// <summary>The file that the document was read from, as it was given; empty for one made in memory.</summary>
    public string File { get; init; } = "";

    /// <summary>The first heading of the notebook's prose, without its marks; else the file's name.</summary>
    public string Title =>
        Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => cell.Lines)
            .Where(line => line.StartsWith("# ", StringComparison.Ordinal))
            .Select(line => line[2..].Trim())
            .FirstOrDefault() ?? Path.GetFileNameWithoutExtension(File);

    /// <summary>Reads a notebook: <c>.ipynb</c> (nbformat 4) or <c>.dib</c>.</summary>
    /// <exception cref="InvalidDataException">The file is not such a notebook; the message names file, cell and what was found.</exception>
    /// <exception cref="ArgumentException">The file name ends in neither.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static NotebookDocument Load(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Func<string, string, NotebookDocument> parse = Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".ipynb" => IpynbFormat.Parse,
            ".dib" => DibFormat.Parse,
            var other => throw new ArgumentException($"{file}: a notebook ends in .ipynb or .dib, not in '{other}'", nameof(file)),
        };
        return parse(System.IO.File.ReadAllText(file, Encoding.UTF8), file);
    }

    /// <summary>
    /// Writes the notebook, <c>.ipynb</c> or <c>.dib</c> by the file's name, as one step: readers see the old file or the new one.
    /// What was read from a canonical file and not changed is written byte for byte the same.
    /// </summary>
    /// <exception cref="ArgumentException">The file name ends in neither.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var text = Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".ipynb" => IpynbFormat.Format(this),
            ".dib" => DibFormat.Format(this),
            var other => throw new ArgumentException($"{file}: a notebook ends in .ipynb or .dib, not in '{other}'", nameof(file)),
        };
        AtomicFile.WriteText(file, text);
    }
}
