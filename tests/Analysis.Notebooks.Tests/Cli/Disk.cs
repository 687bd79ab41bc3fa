namespace Analysis.Notebooks.Tests.Cli;

/// <summary>
/// A disk that only the programs see that run on it, mounted over a folder: it takes no root where the kernel gives everyone name spaces
/// of their own. What is on it afterwards is left in the folder.
/// </summary>
/// <param name="folder">The folder; what is in it is on the disk.</param>
internal sealed class Disk(string folder)
{
    // The arguments are the folder, the options to mount a disk, and those that it has while the program runs.
    private const string Script = """
        set -e
        folder=$1 first=$2 then=$3
        shift 3
        kept=$(mktemp -d)
        trap 'rm -rf "$kept"' EXIT
        cp -a "$folder/." "$kept"
        mount -t tmpfs -o "$first" tmpfs "$folder"
        cp -a "$kept/." "$folder"
        mount -o "remount,$then" "$folder"
        code=0
        "$@" || code=$?
        rm -rf "$kept"
        cp -a "$folder" "$kept"
        umount "$folder"
        find "$folder" -mindepth 1 -delete
        cp -a "$kept/." "$folder"
        exit $code
        """;

    private static readonly Lazy<Task<string>> Reason = new(ReasonAsync);

    /// <summary>Why there can be no such disk; empty if there can.</summary>
    public static Task<string> WhyNotAsync() => Reason.Value;

    /// <summary>Runs the program on a disk that holds so many bytes.</summary>
    public Task<(int Exit, string Output, string Error)> RunSmallAsync(long size, IEnumerable<string> args) =>
        RunAsync(FormattableString.Invariant($"size={size}"), "rw", args);

    /// <summary>Runs the program on a disk that cannot be written to.</summary>
    public Task<(int Exit, string Output, string Error)> RunReadOnlyAsync(IEnumerable<string> args) => RunAsync("rw", "ro", args);

    private Task<(int Exit, string Output, string Error)> RunAsync(string first, string then, IEnumerable<string> args) =>
        RunAsync([folder, first, then, .. AnalysisProcess.Command, .. args]);

    private static async Task<(int Exit, string Output, string Error)> RunAsync(string[] args)
    {
        using var process = AnalysisProcess.StartOther(["unshare", "--map-root-user", "--mount", "sh", "-c", Script, "disk", .. args]);
        return await process.EndAsync();
    }

    private static async Task<string> ReasonAsync()
    {
        if (!OperatingSystem.IsLinux()) return "mounts of Linux";
        var folder = Directory.CreateTempSubdirectory("analysis-disk-").FullName;
        try
        {
            return (await RunAsync([folder, "rw", "ro", "true"])).Error;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            return error.Message;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
