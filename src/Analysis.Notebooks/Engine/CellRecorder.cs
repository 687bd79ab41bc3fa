namespace Analysis.Notebooks;

/// <summary>Collects the outputs of one cell from the kernel's events, in their order.</summary>
/// <param name="executionCount">Count of the cell's execution, from 1.</param>
/// <param name="displays">The outputs of this notebook that a later value may replace, by their ids.</param>
/// <param name="shown">Told of each value that the cell shows, with its output.</param>
internal sealed partial class CellRecorder(int executionCount, Dictionary<string, JsonObject> displays, Action<object?, JsonObject> shown)
{
    /// <summary>Characters of console output that a cell keeps at most; a notebook with more cannot be read.</summary>
    public const int MaxText = 1_000_000;

    private readonly Lock _gate = new();
    private readonly List<(JsonObject Output, StringBuilder Text)> _streams = [];
    private int _kept;
    private long _dropped;

    /// <summary>The outputs; the text of streams is in them after <see cref="Close"/>.</summary>
    public JsonArray Outputs { get; } = [];

    /// <summary>The exception that a value threw when it was shown; null when none did.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether the value of a last expression is the cell's result; false while a file is imported.</summary>
    public bool HasResult { get; set; } = true;

    /// <summary>Takes an event of the kernel, on whatever thread.</summary>
    public void Record(KernelEvent happened)
    {
        lock (_gate)
        {
            try
            {
                RecordUnguarded(happened);
            }
#pragma warning disable CA1031 // The kernel's stream of events ends for good when a listener throws.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                Failure ??= failure;
            }
        }
    }

    /// <summary>Adds the error that ended the cell.</summary>
    public void Fail(CellError error) => Outputs.Add(new JsonObject
    {
        ["output_type"] = "error",
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    });

    /// <summary>Writes the texts of the streams into their outputs.</summary>
    public void Close()
    {
        if (_dropped > 0)
            Append("stderr", FormattableString.Invariant($"\n({_dropped:N0} more characters of output are not kept)\n"), int.MaxValue);
        foreach (var (output, text) in _streams) output["text"] = JsonText.Lines(text.ToString());
    }

    private void RecordUnguarded(KernelEvent happened)
    {
        switch (happened)
        {
            case StandardOutputValueProduced text:
                Append("stdout", TextOf(text), MaxText);
                break;
            case StandardErrorValueProduced text:
                Append("stderr", TextOf(text), MaxText);
                break;
            // display(x) as a last expression returns its handle.
            case ReturnValueProduced { Value: DisplayedValue }:
                break;
            case ReturnValueProduced result when HasResult:
                Add(result, "execute_result")["execution_count"] = executionCount;
                break;
            case DisplayedValueUpdated { ValueId: { } id } update when displays.TryGetValue(id, out var earlier):
                Fill(earlier, update);
                break;
            case DisplayEvent display:
                var output = Add(display, "display_data");
                if (display.ValueId is { } key) displays[key] = output;
                break;
        }
    }

    private static string TextOf(DisplayEvent text) => string.Concat(text.FormattedValues.Select(value => value.Value));

    private void Append(string stream, string text, int limit)
    {
        var kept = Math.Min(text.Length, limit - _kept);
        _dropped += text.Length - kept;
        if (kept == 0) return;
        _kept += kept;
        if (Outputs is not [.., JsonObject last] || last["name"]?.GetValue<string>() != stream)
        {
            Outputs.Add(new JsonObject { ["output_type"] = "stream", ["name"] = stream });
            _streams.Add((Outputs[^1]!.AsObject(), new StringBuilder()));
        }

        _streams[^1].Text.Append(text, 0, kept);
    }

    private JsonObject Add(DisplayEvent display, string type)
    {
        var output = new JsonObject { ["output_type"] = type };
        Fill(output, display);
        Outputs.Add(output);
        return output;
    }

    private void Fill(JsonObject output, DisplayEvent display)
    {
        output["metadata"] = new JsonObject();
        output["data"] = new JsonObject(display.FormattedValues.Select(value => Representation(value, display.Value)));
        shown(display.Value, output);
    }

    private static KeyValuePair<string, JsonNode?> Representation(FormattedValue formatted, object? value)
    {
        var (type, text) = (formatted.MimeType, formatted.Value);
        if (type.EndsWith("json", StringComparison.Ordinal)) return new(type, JsonNode.Parse(text));
        if (type.StartsWith("image/", StringComparison.Ordinal) && type != "image/svg+xml") return new(type, text);
        if (type == HtmlFormatter.MimeType)
        {
            text = PackageStyle().Replace(text, "");
            // What the package shows as plain text in a box is plain text.
            if (text.StartsWith(PlainBox, StringComparison.Ordinal) && text.EndsWith("</pre></div>", StringComparison.Ordinal))
                (type, text) = (PlainTextFormatter.MimeType, value.ToDisplayString(PlainTextFormatter.MimeType));
        }

        return new(type, JsonText.Lines(text));
    }

    private const string PlainBox = "<div class=\"dni-plaintext\"><pre>";

    // The package puts the same 600 bytes of style behind each value.
    [GeneratedRegex("""<style>\s*\.dni-code-hint.*?</style>""", RegexOptions.Singleline)]
    private static partial Regex PackageStyle();
}
