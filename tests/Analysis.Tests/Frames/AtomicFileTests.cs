using Analysis.Tests.Corpora;

namespace Analysis.Tests.Frames;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_table_that_fails_half_way_leaves_the_file_as_it_was_and_nothing_beside_it()
    {
        _folder.With("table", "before");
        var rows = new[] { new Row("first"), new Row("second") }.ToDataFrame();
        foreach (var write
            in (Action<string>[])[
                path => AtomicFile.Write(path, stream => Fail(stream)),
                path => AtomicFile.WriteText(path, System.Text.Encoding.UTF8, Half)])
        {
            Assert.Throws<InvalidOperationException>(() => write(_folder.At("table")));
            Assert.Equal(("before", 1), (File.ReadAllText(_folder.At("table")), Directory.GetFiles(_folder.Location).Length));
        }

        void Half(TextWriter writer)
        {
            TableView.TryCreate(rows)!.WriteCsv(writer);
            throw new InvalidOperationException();
        }

        static void Fail(Stream stream)
        {
            stream.WriteByte(1);
            throw new InvalidOperationException();
        }
    }

    [Fact]
    public void A_reader_that_holds_the_old_table_open_keeps_it_whole()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a file that is open is not replaced there");
        Action<DataFrame<Row>, string>[] writes =
            [(table, path) => table.ToCsv(path), (table, path) => AtomicFile.Write(path, table.WriteJsonLines)];
        foreach (var write in writes)
        {
            var path = _folder.At("deep/table");
            write(new[] { new Row("old") }.ToDataFrame(), path);
            var before = File.ReadAllText(path);
            using var reader = new StreamReader(path);
            write(new[] { new Row("new") }.ToDataFrame(), path);
            Assert.Equal(before, reader.ReadToEnd());
            Assert.Contains("new", File.ReadAllText(path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Writes_of_one_file_at_the_same_time_do_not_meet()
    {
        var contents = Enumerable.Range(1, 8).Select(number => new byte[1 << 16].Select(_ => (byte)number).ToArray()).ToArray();
        Parallel.For(0, 64, i => AtomicFile.Write(_folder.At("file"), contents[i % 8]));
        Assert.Contains(File.ReadAllBytes(_folder.At("file")), contents);
        Assert.Single(Directory.GetFiles(_folder.Location));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_named_with_the_reason()
    {
        _folder.With("file", "").With("folder/inside", "");
        var (below, folder) = (_folder.At("file/below/table"), _folder.At("folder"));
        Assert.StartsWith(
            $"'{below}' cannot be written: there is no folder '{_folder.At("file/below")}', and it cannot be made: ",
            Assert.Throws<IOException>(() => AtomicFile.Write(below, [])).Message, StringComparison.Ordinal);
        Assert.Equal(
            $"'{folder}' cannot be written: it is a folder", Assert.Throws<IOException>(() => AtomicFile.Write(folder, [])).Message);
        Assert.Equal(
            ["file", "folder"], Directory.GetFileSystemEntries(_folder.Location).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_pipe_is_not_replaced_by_a_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mkfifo");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [_folder.At("pipe")])) made.WaitForExit();
        File.CreateSymbolicLink(_folder.At("link"), _folder.At("pipe"));
        foreach (var path in (string[])[_folder.At("pipe"), _folder.At("link")])
        {
            Assert.Equal(
                $"'{path}' cannot be written: '{path}' is a pipe, expected a regular file",
                Assert.Throws<IOException>(() => AtomicFile.Write(path, [])).Message);
            Assert.Throws<IOException>(() => RegularFile.Check(path));
        }
    }

    [Fact]
    public void A_folder_without_files_is_named_and_no_temporary_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc");
        Assert.Equal(
            "'/proc' cannot be written: no file can be made there", Assert.Throws<IOException>(() => AtomicFile.Try("/proc")).Message);
    }

    private sealed record Row(string Name);
}
