using System.Diagnostics;
using System.Security;
using System.Security.Cryptography;
using System.Text;

namespace Analysis.Notebooks;

/// <summary>
/// Restores packages by <c>dotnet restore</c> of a generated project, so that sources, credentials and the package cache are those
/// of the user's own builds. The project lies in a cache, named by its content: a second run restores nothing.
/// </summary>
/// <param name="folder">The folder whose <c>nuget.config</c> (there or above) holds; relative sources start from it.</param>
/// <param name="cache">Where the generated projects lie.</param>
internal sealed class PackageRestore(string folder, string cache)
{
    private SortedDictionary<string, string> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _sources = [];

    /// <summary>Where projects are cached unless the host says otherwise.</summary>
    public static string DefaultCache => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "analysis-notebooks", "packages");

    /// <summary>Called with each assembly file that restored packages bring at run time.</summary>
    public Action<string>? Restored { get; set; }

    /// <summary>Adds a package source: an address, or a folder.</summary>
    public void AddSource(string source)
    {
        var path = Path.GetFullPath(source, folder);
        _sources.Add(Directory.Exists(path) ? path : source);
    }

    /// <summary>The assembly files to compile against for a package and all that it depends on.</summary>
    /// <param name="reference"><c>Id, Version</c> or <c>Id</c>, which means its newest stable version.</param>
    /// <exception cref="CellException">The package cannot be restored.</exception>
    public IReadOnlyList<string> Restore(string reference)
    {
        var (id, version) = reference.Split(',', 2) is [var first, var second]
            ? (first.Trim(), second.Trim())
            : (reference.Trim(), "*");
        if (id.Length == 0 || version.Length == 0)
            throw new CellException(reference, $"#r \"nuget:{reference}\": expected #r \"nuget: Id, Version\"");
        // What the session restored before is restored along with it, so that shared dependencies get one version.
        var packages = new SortedDictionary<string, string>(_packages, StringComparer.OrdinalIgnoreCase) { [id] = version };
        var project = GenerateProject(packages);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16];
        var home = Path.Combine(cache, name);
        var assets = Path.Combine(home, "obj", "project.assets.json");
        if (!File.Exists(assets))
            RunRestore(home, project, id, version);
        var result = PackageAssets.Read(assets);
        _packages = packages;
        foreach (var file in result.Runtime)
            Restored?.Invoke(file);
        return result.Compile;
    }

    private string GenerateProject(SortedDictionary<string, string> packages)
    {
        var text = new StringBuilder();
        text.Append("<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>\n");
        text.Append("    <TargetFramework>net").Append(Environment.Version.Major).Append(".0</TargetFramework>\n");
        text.Append("    <UseAppHost>false</UseAppHost>\n    <NuGetAudit>false</NuGetAudit>\n");
        // Our own folder alone counts: no build file above the cache may change what is restored.
        text.Append("    <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>\n");
        text.Append("    <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>\n");
        if (Configuration() is { } configuration)
            text.Append("    <RestoreConfigFile>").Append(SecurityElement.Escape(configuration)).Append("</RestoreConfigFile>\n");
        if (_sources.Count > 0)
        {
            text.Append("    <RestoreAdditionalProjectSources>").Append(SecurityElement.Escape(string.Join(';', _sources)))
                .Append("</RestoreAdditionalProjectSources>\n");
        }

        text.Append("  </PropertyGroup>\n  <ItemGroup>\n");
        foreach (var (id, version) in packages)
        {
            text.Append("    <PackageReference Include=\"").Append(SecurityElement.Escape(id))
                .Append("\" Version=\"").Append(SecurityElement.Escape(version)).Append("\" />\n");
        }

        return text.Append("  </ItemGroup>\n</Project>\n").ToString();
    }

    private string? Configuration()
    {
        for (var directory = new DirectoryInfo(folder); directory is not null; directory = directory.Parent)
        {
            if (directory.EnumerateFiles().FirstOrDefault(file => file.Name.Equals("nuget.config", StringComparison.OrdinalIgnoreCase)) is { } file)
                return file.FullName;
        }

        return null;
    }

    private static void RunRestore(string home, string project, string id, string version)
    {
        AtomicFile.WriteText(Path.Combine(home, "Directory.Build.props"), "<Project />\n");
        AtomicFile.WriteText(Path.Combine(home, "packages.csproj"), project);
        // The SDK names itself to the processes that it starts.
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
        var start = new ProcessStartInfo(dotnet, ["restore", "packages.csproj", "--nologo", "-v", "quiet", "-tl:off"])
        {
            WorkingDirectory = home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Set by the SDK in processes that it starts; they would lead this one to the wrong build engine.
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment.Remove("MSBuildExtensionsPath");
        using var process = Start(start, id);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == 0)
            return;
        var reason = (output + error.Result).Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal))?.Trim()
            ?? $"exit code {process.ExitCode}";
        throw new CellException(id, $"package {id} {version} could not be restored: {Shorten(reason, home)}");
    }

    private static Process Start(ProcessStartInfo start, string id)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new CellException(id, $"package {id} could not be restored: 'dotnet' could not be started: {exception.Message}", exception);
        }
    }

    private static string Shorten(string reason, string home) =>
        reason.Replace(Path.Combine(home, "packages.csproj"), "", StringComparison.Ordinal).TrimStart(':', ' ').Split(" [", 2)[0].Trim();
}
