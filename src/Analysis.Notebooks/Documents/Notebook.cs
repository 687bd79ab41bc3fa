namespace Analysis.Notebooks;

/// <summary>
/// A notebook as the JSON document that it is (nbformat 4). Only outputs and execution counts are ever replaced, so that everything
/// else in the file stays as its author wrote it.
/// </summary>
public sealed class Notebook
{
    private Notebook(string file, JsonObject json)
    {
        (File, Json) = (file, json);
        Cells = [.. json["cells"]!.AsArray().Select((cell, index) => new NotebookCell(cell!.AsObject(), index))];
    }

    /// <summary>The file it was read from, as it was named.</summary>
    public string File { get; }

    /// <summary>The document.</summary>
    public JsonObject Json { get; }

    /// <summary>The cells, in order.</summary>
    public IReadOnlyList<NotebookCell> Cells { get; private set; }

    /// <summary>The code cells, in order.</summary>
    public IEnumerable<NotebookCell> Code => Cells.Where(cell => cell.Kind == "code");

    /// <summary>The first heading of the prose, without its marks; else the file's name.</summary>
    public string Title =>
        Cells.Where(cell => cell.Kind == "markdown").SelectMany(cell => cell.Lines)
            .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal)) is { } heading
        ? Markdig.Markdown.ToPlainText(heading).Trim() : Path.GetFileNameWithoutExtension(File);

    /// <summary>Reads a notebook in C#, an <c>.ipynb</c> file (nbformat 4).</summary>
    /// <exception cref="InvalidDataException">The file is not such a notebook; the message says where and what was found.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Notebook Load(string file)
    {
        if (!IsName(file)) throw new InvalidDataException($"{file}: a notebook's name ends in .ipynb, not in '{Path.GetExtension(file)}'");
        return Parse(Utf8Text.Read(file, file), file);
    }

    /// <summary>Whether a file's name is that of a notebook.</summary>
    public static bool IsName(string file) => file.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the text of an <c>.ipynb</c> file.</summary>
    /// <inheritdoc cref="Load"/>
    public static Notebook Parse(string text, string file)
    {
        try
        {
            var json = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
            return new Notebook(file, NotebookShape.Check(json, file));
        }
        catch (JsonException fault)
        {
            // A property that is there twice has no line.
            var line = fault.LineNumber is { } number ? FormattableString.Invariant($", line {number + 1}") : "";
            throw new InvalidDataException($"{file}{line}: not JSON: {JsonFault.Describe(fault)}", fault);
        }
        catch (InvalidOperationException fault)
        {
            throw new InvalidDataException($"{file}: the name of a property holds half of a surrogate pair", fault);
        }
    }

    /// <summary>A copy whose code cells were never executed.</summary>
    public Notebook WithoutOutputs()
    {
        var copy = new Notebook(File, Json.DeepClone().AsObject());
        foreach (var cell in copy.Code) cell.SetResult(null, []);
        return copy;
    }

    /// <summary>Puts a cell into the notebook.</summary>
    public void Insert(int index, JsonObject cell)
    {
        Json["cells"]!.AsArray().Insert(index, cell);
        Cells = [.. Json["cells"]!.AsArray().Select((node, position) => new NotebookCell(node!.AsObject(), position))];
    }

    /// <summary>The document in canonical form; a canonical file that was only read comes out byte for byte the same.</summary>
    public override string ToString() => CanonicalJson.Format(Json);

    /// <summary>Writes the document to its file, whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save() => AtomicFile.Write(File, Encoding.UTF8.GetBytes(ToString()));

    internal static Notebook Of(string file, IEnumerable<JsonObject> cells) => new(file, new JsonObject
    {
        ["cells"] = new JsonArray([.. cells]),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    });
}
