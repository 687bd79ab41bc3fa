namespace Analysis.Cli;

/// <summary>A kernel that <c>analysis kernel install</c> wrote.</summary>
/// <param name="Name">The name that notebooks ask for.</param>
/// <param name="Folder">The folder of its kernel.json.</param>
/// <param name="Program">The assembly that it starts.</param>
internal sealed record InstalledKernel(string Name, string Folder, string Program);

/// <summary>A folder in which Jupyter and VS Code look for kernels. Kernels in it that others wrote are left alone.</summary>
internal sealed partial class KernelFolder(string location)
{
    private const string Us = "analysis kernel install";

    public string Location => location;

    /// <summary>The folder of an account, where Jupyter has it on each platform.</summary>
    /// <param name="runtime">The platform's runtime identifier, such as linux-x64.</param>
    /// <param name="variable">Values of environment variables.</param>
    public static KernelFolder OfUser(string runtime, Func<string, string?> variable)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string Or(string name, string other) => variable(name) is { Length: > 0 } value ? value : other;
        var data = runtime.Split('-')[0] switch
        {
            "win" => Path.Combine(Or("APPDATA", Path.Combine(home, "AppData", "Roaming")), "jupyter"),
            "osx" => Path.Combine(home, "Library", "Jupyter"),
            _ => Path.Combine(Or("XDG_DATA_HOME", Path.Combine(home, ".local", "share")), "jupyter"),
        };
        return new KernelFolder(Path.Combine(Or("JUPYTER_DATA_DIR", data), "kernels"));
    }

    /// <summary>The folder of a Python environment.</summary>
    public static KernelFolder OfPrefix(string prefix) => new(Path.GetFullPath(Path.Combine(prefix, "share", "jupyter", "kernels")));

    /// <summary>The kernels that <see cref="Install"/> wrote, by name.</summary>
    public IReadOnlyList<InstalledKernel> List() => Directory.Exists(location)
        ? [.. Directory.GetDirectories(location).Order(StringComparer.Ordinal).Select(Find).OfType<InstalledKernel>()]
        : [];

    /// <summary>Writes a kernel.json; one that this method wrote before is replaced.</summary>
    /// <param name="name">Name of the kernel.</param>
    /// <param name="dotnet">The program dotnet.</param>
    /// <param name="program">The assembly of .NET Interactive.</param>
    /// <returns>The folder that holds it.</returns>
    /// <exception cref="InvalidDataException">The name is not allowed, or belongs to a kernel of others.</exception>
    public string Install(string name, string dotnet, string program)
    {
        var file = FileOf(name);
        using var template = typeof(KernelFolder).Assembly.GetManifestResourceStream("Analysis.Cli.kernel.json")!;
        var spec = JsonNode.Parse(template)!;
        (spec["argv"]![0], spec["argv"]![1]) = (dotnet, program);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, spec.ToString());
        return Path.GetDirectoryName(file)!;
    }

    /// <summary>Removes a kernel that <see cref="Install"/> wrote.</summary>
    /// <returns>The folder it was in.</returns>
    /// <exception cref="InvalidDataException">There is none of the name, or others wrote it.</exception>
    public string Remove(string name)
    {
        var file = FileOf(name);
        if (!File.Exists(file)) throw new InvalidDataException($"no kernel '{name}' in {location}");
        File.Delete(file);
        var folder = Path.GetDirectoryName(file)!;
        if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
        return folder;
    }

    /// <summary>The kernel.json of a name.</summary>
    /// <exception cref="InvalidDataException">Jupyter would not find the name, or it belongs to a kernel of others.</exception>
    public string FileOf(string name)
    {
        if (!KernelName().IsMatch(name))
            throw new InvalidDataException($"kernel name '{name}': expected lower-case letters, digits, '.', '_' and '-', not dots alone");
        var file = Path.Combine(location, name, "kernel.json");
        return !File.Exists(file) || Find(Path.Combine(location, name)) is not null ? file : throw new InvalidDataException(
            $"'{Us}' did not write {file}: use another name, or remove that kernel with 'jupyter kernelspec remove {name}'");
    }

    // Null where there is no kernel.json, or somebody else's.
    private static InstalledKernel? Find(string folder)
    {
        var file = Path.Combine(folder, "kernel.json");
        var text = File.Exists(file) ? File.ReadAllText(file) : "";
        if (!text.Contains($"\"{Us}\"", StringComparison.Ordinal)) return null;
        try
        {
            return new InstalledKernel(Path.GetFileName(folder), folder, $"{JsonNode.Parse(text)!["argv"]?[1]}");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{file}: not JSON: {JsonFault.Describe(error)}", error);
        }
    }

    [GeneratedRegex("^[a-z0-9._-]*[a-z0-9_-][a-z0-9._-]*$")]
    private static partial Regex KernelName();
}
