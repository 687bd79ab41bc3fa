using System.Formats.Tar;
using System.IO.Compression;
using Analysis.Tests.Corpora;

namespace Analysis.Tests;

/// <summary>How the Chromium of npm is fetched; npm itself is a stand-in, so that nothing is.</summary>
public sealed class NpmChromiumTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_that_need_it_at_the_same_time_fetch_and_unpack_it_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in is a shell script");
        foreach (var archive in new[] { "al2023.tar.br", "fonts.tar.br" }) Pack(archive);
        await using (var packed = new BrotliStream(File.Create(_folder.At("chromium.br")), CompressionMode.Compress)) packed.Write(
            "#!/bin/sh"u8);
        var npm = Npm($"""
            echo ran >> '{_folder.Location}/runs'
            sleep 0.3
            mkdir -p node_modules/@sparticuz/chromium/bin
            cp '{_folder.Location}'/*.br node_modules/@sparticuz/chromium/bin
            """);
        var programs = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => NpmChromium.InstallAsync(npm, _folder.At("cache"), Cancellation)));
        Assert.Equal(programs[0], programs[1]);
        Assert.Equal("#!/bin/sh", await File.ReadAllTextAsync(programs[0], Cancellation));
        if (!OperatingSystem.IsWindows()) Assert.True(File.GetUnixFileMode(programs[0]).HasFlag(UnixFileMode.UserExecute));
        Assert.Contains("fonts", await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(programs[0])!, "fonts.conf"), Cancellation),
            StringComparison.Ordinal);
        Assert.Equal("ran\n", await File.ReadAllTextAsync(_folder.At("runs"), Cancellation));
        Assert.Equal(programs[0], await NpmChromium.InstallAsync(null, _folder.At("cache"), Cancellation));
    }

    [Fact]
    public async Task An_npm_that_fails_is_told_with_its_words_and_tried_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in is a shell script");
        var npm = Npm("echo 'no network' >&2; exit 7");
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var error = await Assert.ThrowsAsync<IOException>(() => NpmChromium.InstallAsync(npm, _folder.At("cache"), Cancellation));
            Assert.Equal("npm ci ended with exit code 7. no network", error.Message);
        }
    }

    [Fact]
    public async Task Without_npm_that_is_said() => Assert.Equal(
        "there is neither a browser nor npm",
            (await Assert.ThrowsAsync<IOException>(() => NpmChromium.InstallAsync(null, _folder.At("cache"), Cancellation))).Message);

    private string Npm(string script)
    {
        _folder.With("npm", $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.At("npm"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return _folder.At("npm");
    }

    private void Pack(string archive)
    {
        var content = Directory.CreateDirectory(_folder.At(Path.GetFileNameWithoutExtension(archive))).FullName;
        File.WriteAllText(Path.Combine(content, "file"), "");
        using var packed = new BrotliStream(File.Create(_folder.At(archive)), CompressionMode.Compress);
        TarFile.CreateFromDirectory(content, packed, includeBaseDirectory: false);
    }
}
