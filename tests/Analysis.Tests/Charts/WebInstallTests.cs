using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Analysis.Tests.Corpora;

namespace Analysis.Tests.Charts;

/// <summary>How builds wait for one another while npm's packages are installed; npm itself is a stand-in, so that nothing is fetched.</summary>
public sealed class WebInstallTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Source = Path.Combine(Repository.Root, "src", "Analysis", "Charts", "web");
    private static readonly string[] Files = ["package.json", "package-lock.json", ".npmrc"];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_lock_whose_process_is_gone_is_taken_over_and_removed()
    {
        var before = Stamp();
        Install(_folder.Location, _ => { }, out var gone);
        File.WriteAllText(_folder.At("install.lock"), gone.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(0, Install(_folder.Location, _ => { }, out _));
        Assert.Equal(["installed.stamp"], Directory.GetFiles(_folder.Location).Select(Path.GetFileName));
        Assert.Equal(before, File.ReadAllText(_folder.At("installed.stamp")).Trim());
    }

    [Fact]
    public void A_lock_whose_process_lives_is_waited_for()
    {
        Stamp();
        File.WriteAllText(_folder.At("install.lock"), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        var waited = false;
        Assert.Equal(0, Install(
            _folder.Location,
            process =>
            {
                waited = !process.WaitForExit(1500);
                File.Delete(_folder.At("install.lock"));
            },
            out _));
        Assert.True(waited);
    }

    [Fact]
    public void An_interrupted_install_leaves_no_lock()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals and shell scripts are those of Unix");
        var npm = _folder.With("bin/npm", "#!/bin/sh\necho started\nexec sleep 60\n").At("bin/npm");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(npm, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var target = Directory.CreateDirectory(_folder.At("web")).FullName;
        var lockFile = Path.Combine(target, "install.lock");
        var exit = Install(
            target,
            process =>
            {
                var log = Path.Combine(target, "npm.log");
                Assert.True(SpinWait.SpinUntil(() => File.Exists(log) && new FileInfo(log).Length > 0, Patience));
                Assert.Equal(process.Id.ToString(CultureInfo.InvariantCulture), File.ReadAllText(lockFile));
                using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
                kill.WaitForExit();
            },
            out _);
        Assert.Equal((143, false, false), (exit, File.Exists(lockFile), File.Exists(Path.Combine(target, "installed.stamp"))));
    }

    // With the stamp of what is to be installed there is nothing to do.
    private string Stamp()
    {
        var bytes = Files.SelectMany(file => File.ReadAllBytes(Path.Combine(Source, file))).ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        File.WriteAllText(_folder.At("installed.stamp"), hash + "\n");
        return hash;
    }

    private int Install(string target, Action<Process> meanwhile, out int id)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Source, "install.mjs"), target]);
        start.Environment["PATH"] = _folder.At("bin") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("there is no node on this machine");
            throw;
        }

        using (process)
        {
            id = process.Id;
            meanwhile(process);
            if (!process.WaitForExit(Patience)) process.Kill(entireProcessTree: true);
            return process.WaitForExit(Patience) ? process.ExitCode : -1;
        }
    }
}
