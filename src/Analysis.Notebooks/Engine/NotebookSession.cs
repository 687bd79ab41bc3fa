using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.PackageManagement;

namespace Analysis.Notebooks;

/// <summary>
/// Runs the cells of one notebook on a .NET Interactive kernel of its own. The library is the host's: a kernel that is asked for another
/// copy of it gets the one that runs already, so that values have the host's types.
/// </summary>
public sealed class NotebookSession : IDisposable
{
    private readonly CompositeKernel _kernel = CreateKernel();
    private readonly ErrorReport _errors = new();
    private readonly Dictionary<string, JsonObject> _displays = new(StringComparer.Ordinal);
    private readonly Stack<string> _imports = new();
    private readonly Action<string, object?, JsonObject> _shown;

    /// <summary>Starts a kernel. Formatters are the process's, so sessions run one after another.</summary>
    /// <param name="shown">Told of each value that a cell (its name) shows, with its output, which may be added to.</param>
    public NotebookSession(Action<string, object?, JsonObject>? shown = null)
    {
        RegisterFormatters();
        _shown = shown ?? ((_, _, _) => { });
    }

    /// <summary>Number of cells run so far.</summary>
    public int ExecutionCount { get; private set; }

    /// <summary>Runs a cell. An error in it is part of the result, not an exception.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="name">The cell's name, for messages: no slash, no quotation mark.</param>
    /// <returns>The outputs, the error among them, and the error itself; null when the cell ran to its end.</returns>
    public async Task<(JsonArray Outputs, CellError? Error)> RunAsync(string source, string name)
    {
        var recorder = new CellRecorder(++ExecutionCount, _displays, (value, output) => _shown(name, value, output));
        CellError? error;
        using (_kernel.KernelEvents.Subscribe(recorder.Record))
            error = await RunSourceAsync(source, name, recorder).ConfigureAwait(false);
        recorder.Close();
        if (error is not null) recorder.Fail(error);
        return (recorder.Outputs, error);
    }

    /// <inheritdoc/>
    public void Dispose() => _kernel.Dispose();

    private async Task<CellError?> RunSourceAsync(string source, string name, CellRecorder recorder)
    {
        _errors.Know(name, source);
        foreach (var part in CellSource.Split(source, name))
        {
            var error = part.ImportLine is { } line
                ? await ImportAsync(part.Text, name, line, recorder).ConfigureAwait(false)
                : await SubmitAsync(part.Text, name, recorder).ConfigureAwait(false);
            if (error is not null) return error;
        }

        return null;
    }

    private async Task<CellError?> SubmitAsync(string text, string name, CellRecorder recorder)
    {
        var result = await _kernel.SendAsync(new SubmitCode(text, "csharp")).ConfigureAwait(false);
        if (result.Events.OfType<CommandFailed>().FirstOrDefault() is { } failed)
            return _errors.From(failed.Exception, failed.Message, name);
        return recorder.Failure is { } failure ? _errors.FromException(failure, name) : null;
    }

    // Formatters are the process's, so they are set anew for each notebook, which may have registered its own.
    private static void RegisterFormatters()
    {
        Formatter.ResetToDefault();
        Formatter.DefaultMimeType = HtmlFormatter.MimeType;
        // The package lists the members of a day.
        Formatter.Register<DateOnly>(day => day.ToString("O", CultureInfo.InvariantCulture), PlainTextFormatter.MimeType);
        Formatter.SetPreferredMimeTypesFor(typeof(DateOnly), PlainTextFormatter.MimeType);
        LibraryStart.RegisterFormatters();
        // The engine makes a chart's representations itself, the picture beside the running cells.
        foreach (var type in new[] { typeof(Figure), typeof(Plotly.NET.GenericChart) })
            Formatter.SetPreferredMimeTypesFor(type, PlainTextFormatter.MimeType);
    }

    private async Task<CellError?> ImportAsync(string path, string name, int line, CellRecorder recorder)
    {
        var file = Path.GetFullPath(path.Length > 0 ? path : ".");
        if (_imports.Contains(file)) return _errors.FromDirective($"#!import \"{path}\": the file imports itself", name, line);
        _imports.Push(file);
        recorder.HasResult = false;
        try
        {
            foreach (var (cell, source) in Imported(file, path))
                if (await RunSourceAsync(source, cell, recorder).ConfigureAwait(false) is { } error) return error;

            return null;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return _errors.FromDirective($"#!import \"{path}\": {fault.Message.Replace(file, path, StringComparison.Ordinal)}", name, line);
        }
        finally
        {
            _imports.Pop();
            recorder.HasResult = _imports.Count == 0;
        }
    }

    // Names for messages, and sources: the code cells of a notebook, or a script as one.
    private static IEnumerable<(string Cell, string Source)> Imported(string file, string path)
    {
        if (!File.Exists(file)) throw new FileNotFoundException("there is no such file");
        var name = Path.GetFileName(file);
        return Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".cs" or ".csx" => [(name, Utf8Text.Decode(File.ReadAllBytes(file), path))],
            ".ipynb" => from cell in Notebook.Load(file).Code
                        where cell.Language == "csharp"
                        select ($"{name}#{cell.Name}", cell.Source),
            var other => throw new InvalidDataException($"a '{other}' file cannot be imported; expected .ipynb, .csx or .cs"),
        };
    }

    private static CompositeKernel CreateKernel()
    {
        var csharp = new CSharpKernel().UseKernelHelpers().UseWho().UseValueSharing();
        csharp.UseNugetDirective((kernel, packages) =>
        {
            // A second copy of what the library uses, such as Apache.Arrow, would give the library's types a second identity.
            kernel.AddAssemblyReferences(packages.SelectMany(package => package.AssemblyPaths)
                .Where(path => !File.Exists(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(path)))));
            return Task.CompletedTask;
        });
        csharp.AddDirective(new KernelActionDirective("#!time"), (_, context) =>
        {
            var began = Stopwatch.GetTimestamp();
            context.OnComplete(done =>
                done.DisplayAs($"Wall time: {(long)Stopwatch.GetElapsedTime(began).TotalMilliseconds} ms", "text/plain"));
            return Task.CompletedTask;
        });
        EmitLineNumbers(csharp);
        var composite = new CompositeKernel();
        composite.Add(csharp, ["c#", "C#"]);
        composite.Add(new HtmlKernel());
        composite.Add(new MarkdownKernel(), ["md"]);
        composite.Add(new KeyValueStoreKernel().UseWho());
        composite.DefaultKernelName = csharp.Name;
        return composite;
    }

    // The kernel compiles without debug information and has no setting for it: exceptions would not know their lines.
    private static void EmitLineNumbers(CSharpKernel kernel)
    {
        var field = typeof(CSharpKernel).GetField("_scriptOptions", BindingFlags.NonPublic | BindingFlags.Instance)
            ?? throw new MissingFieldException(nameof(CSharpKernel), "_scriptOptions");
        var options = (ScriptOptions)field.GetValue(kernel)!;
        field.SetValue(kernel, options.WithEmitDebugInformation(true).WithFileEncoding(Encoding.UTF8));
    }
}
