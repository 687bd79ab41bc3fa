using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace Analysis;

/// <summary>The headless Chromium for x86-64 Linux inside an npm package, unpacked once for a user and a version.</summary>
internal static class BundledChromium
{
    /// <summary>Unpacks the package's browser, its libraries and its fonts where that was not done before; the program's path.</summary>
    /// <param name="package">Folder of the package.</param>
    /// <param name="cache">Folder for unpacked versions.</param>
    /// <exception cref="IOException">The disk is full or the folder cannot be written.</exception>
    /// <exception cref="InvalidDataException">The package is damaged.</exception>
    public static string Unpack(string package, string cache)
    {
        var home = Path.Combine(cache, $"chromium-{Version(package)}");
        var program = Path.Combine(home, "chromium");
        if (File.Exists(program)) return program;
        Directory.CreateDirectory(cache);
        var temporary = Path.Combine(cache, $".unpacking-{Environment.ProcessId}-{Path.GetRandomFileName()}");
        try
        {
            Directory.CreateDirectory(temporary);
            UnpackInto(temporary, Path.Combine(package, "bin"), home);
            Move(temporary, home, program);
            return program;
        }
        finally
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        }
    }

    /// <summary>What the program must find in its environment.</summary>
    public static IEnumerable<(string Name, string Value)> ProcessVariables(string program)
    {
        var home = Path.GetDirectoryName(program)!;
        yield return ("LD_LIBRARY_PATH", Path.Combine(home, "lib"));
        yield return ("FONTCONFIG_FILE", Path.Combine(home, "fonts.conf"));
    }

    /// <summary>Where a user's programs keep what can be made again.</summary>
    public static string UserCache()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named ? named
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? Path.Combine(home, ".cache")
            : Path.GetTempPath();
        return Path.Combine(cache, "analysis-charts");
    }

    private static void UnpackInto(string folder, string packed, string home)
    {
        foreach (var archive in new[] { "al2023.tar.br", "fonts.tar.br" })
        {
            using var tar = new BrotliStream(File.OpenRead(Path.Combine(packed, archive)), CompressionMode.Decompress);
            TarFile.ExtractToDirectory(tar, folder, overwriteFiles: true);
        }
        // The package's own settings name a folder of the service it is made for.
        File.WriteAllText(Path.Combine(folder, "fonts.conf"),
            $"""<?xml version="1.0"?><fontconfig><dir>{home}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>{home}/fonts-cache</cachedir></fontconfig>""");
        var program = Path.Combine(folder, "chromium");
        using (var source = new BrotliStream(File.OpenRead(Path.Combine(packed, "chromium.br")), CompressionMode.Decompress))
        using (var target = File.Create(program))
            source.CopyTo(target);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static void Move(string temporary, string home, string program)
    {
        try
        {
            Directory.Move(temporary, home);
        }
        catch (IOException) when (File.Exists(program))
        {
            // Another process was faster with the same files.
        }
    }

    private static string Version(string package)
    {
        using var description = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "package.json")));
        return description.RootElement.GetProperty("version").GetString() ?? throw new InvalidDataException($"{package}/package.json names no version");
    }
}
