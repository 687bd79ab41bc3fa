using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace Analysis;

/// <summary>
/// The headless Chromium for x86-64 Linux in npm's package <c>@sparticuz/chromium</c>, for machines without a browser. It is fetched and
/// unpacked once for a user and a version, into the user's cache.
/// </summary>
internal static class NpmChromium
{
    private const string Settings = "fonts.conf";
    private static readonly string[] PackageFiles = ["package.json", "package-lock.json", ".npmrc"];

    /// <summary>How long npm may take to fetch 70 MB.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Where a user's programs keep what can be made again.</summary>
    public static string UserCache { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named ? named
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? Path.Combine(home, ".cache")
            : Path.GetTempPath(),
        "analysis-charts");

    /// <summary>Where the browser's program lies once it was fetched.</summary>
    public static string ProgramIn(string cache)
    {
        var version = Convert.ToHexStringLower(SHA256.HashData(ChartAssets.Read("npm/package-lock.json")))[..8];
        return Path.Combine(cache, $"chromium-{version}", "chromium");
    }

    /// <summary>The browser's program, fetched by npm where that was not done before.</summary>
    /// <param name="npm">The program npm; null where there is none.</param>
    /// <param name="cache">Folder for unpacked versions. Processes that need the browser at the same time wait for one another.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="IOException">npm failed, or the folder cannot be written; the message says what npm printed.</exception>
    public static async Task<string> InstallAsync(string? npm, string cache, CancellationToken cancellation)
    {
        var program = ProgramIn(cache);
        var home = Path.GetDirectoryName(program)!;
        if (File.Exists(program)) return program;
        if (npm is null) throw new IOException("there is neither a browser nor npm");
        Directory.CreateDirectory(cache);
        await using var turn = await LockAsync(Path.Combine(cache, "install.lock"), cancellation).ConfigureAwait(false);
        if (File.Exists(program)) return program;
        var temporary = Path.Combine(cache, "installing");
        if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        await FetchAsync(npm, Path.Combine(temporary, "npm"), cancellation).ConfigureAwait(false);
        var unpacked = Directory.CreateDirectory(Path.Combine(temporary, "chromium")).FullName;
        Unpack(Path.Combine(temporary, "npm", "node_modules", "@sparticuz", "chromium", "bin"), unpacked, home);
        Directory.Move(unpacked, home);
        Directory.Delete(temporary, recursive: true);
        return program;
    }

    /// <summary>What a program of this package must find in its environment; nothing for another program.</summary>
    public static IEnumerable<(string Name, string Value)> Variables(string program)
    {
        var home = Path.GetDirectoryName(program) ?? "";
        var settings = Path.Combine(home, Settings);
        return File.Exists(settings) ? [("LD_LIBRARY_PATH", Path.Combine(home, "lib")), ("FONTCONFIG_FILE", settings)] : [];
    }

    /// <summary>A file that one process at a time can hold open; the system lets go of it when the process ends.</summary>
    private static async Task<FileStream> LockAsync(string file, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromSeconds(0.2))
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < Patience && File.Exists(file))
            {
                await Task.Delay(200, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static async Task FetchAsync(string npm, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in PackageFiles)
            await File.WriteAllBytesAsync(Path.Combine(folder, file), ChartAssets.Read($"npm/{file}"), cancellation).ConfigureAwait(false);
        var start = new ProcessStartInfo(npm, ["ci", "--silent"]) { WorkingDirectory = folder };
        try
        {
            var (exit, _, errors) = await ProgramRun.OfAsync(start, [], Patience, cancellation).ConfigureAwait(false);
            if (exit != 0) throw new IOException(
                $"npm ci ended with exit code {exit}. {string.Join(' ', errors.Split('\n').Take(3))}".TrimEnd());
        }
        catch (TimeoutException)
        {
            throw new IOException($"npm ci did not end within {Patience.TotalMinutes:0} minutes");
        }
    }

    private static void Unpack(string packed, string folder, string home)
    {
        foreach (var archive in new[] { "al2023.tar.br", "fonts.tar.br" })
        {
            using var tar = new BrotliStream(File.OpenRead(Path.Combine(packed, archive)), CompressionMode.Decompress);
            TarFile.ExtractToDirectory(tar, folder, overwriteFiles: true);
        }
        // The package's own settings name a folder of the service it is made for.
        File.WriteAllText(Path.Combine(folder, Settings),
            ChartAssets.ReadText($"npm/{Settings}").Replace("HOME", home, StringComparison.Ordinal));
        var program = Path.Combine(folder, "chromium");
        using (var source = new BrotliStream(File.OpenRead(Path.Combine(packed, "chromium.br")), CompressionMode.Decompress))
        using (var target = File.Create(program))
            source.CopyTo(target);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
