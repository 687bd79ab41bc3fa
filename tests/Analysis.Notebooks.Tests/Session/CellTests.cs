using System.Globalization;

namespace Analysis.Notebooks.Tests;

public sealed class CellTests(SessionFixture session) : IClassFixture<SessionFixture>
{
    [Fact]
    public async Task Cells_run_one_after_another_put_out_what_the_table_says()
    {
        var lines = await File.ReadAllLinesAsync(
            Path.Combine(AppContext.BaseDirectory, "Session", "CellCases.tsv"), TestContext.Current.CancellationToken);
        var wrong = new List<string>();
        foreach (var line in lines.Skip(2))
        {
            var (cell, expected, why) = line.Split('\t') is [var a, var b, var c] ? (a, b, c) : throw new InvalidDataException(line);
            var result = await session.RunAsync(cell.Replace("\\n", "\n", StringComparison.Ordinal));
            var found = result.Error is { } error ? $"{error.Name}: {error.Message}" : string.Join(" | ", result.Outputs.Select(Describe));
            if (found != expected)
                wrong.Add($"{why}: {cell}\n  expected {expected}\n  found    {found}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_handle_updates_the_output_of_the_cell_that_displayed_it()
    {
        var first = await session.RunAsync("var handle = display(\"old\");");
        var events = new List<CellOutputEvent>();
        await session.RunAsync("handle.Update(\"new\");", output: events.Add);

        Assert.Equal("new", Assert.IsType<DisplayData>(Assert.Single(first.Outputs)).Text("text/plain"));
        Assert.Empty(events);
    }

    [Fact]
    public async Task Output_is_told_while_the_cell_runs_and_an_update_names_the_display_that_it_replaces()
    {
        var events = new List<CellOutputEvent>();
        await session.RunAsync("Console.Write(1); Console.Write(2); var shown = display(3); shown.Update(4);", output: events.Add);

        Assert.Equal(["stdout:1", "stdout:2", "display:3", "display:4"], events.Select(told => Describe(told.Output)));
        Assert.NotNull(events[2].DisplayId);
        Assert.Equal(events[2].DisplayId, events[3].DisplayId);
        Assert.Equal([false, false, false, true], events.Select(told => told.IsUpdate));
    }

    [Fact]
    public async Task The_host_is_handed_every_displayed_object_with_its_cell()
    {
        session.Displayed.Clear();
        await session.RunAsync("display(1); display(\"two\"); 3.0", "numbers");

        Assert.Equal(new object[] { 1, "two", 3.0 }, session.Displayed.Select(displayed => displayed.Value));
        Assert.All(session.Displayed, displayed => Assert.Equal("numbers", displayed.Cell));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public async Task The_culture_of_the_machine_plays_no_part(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var result = await session.RunAsync("Console.WriteLine(1234.5); $\"{1234.5:N1} {new DateOnly(2020, 1, 3)}\"");

            Assert.Equal(["stdout:1234.5\\n", "result:1,234.5 01/03/2020"], result.Outputs.Select(Describe));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task What_the_host_writes_when_it_is_told_of_an_output_is_no_output_of_the_cell()
    {
        var result = await session.RunAsync("display(1); Console.Write(2);", output: _ => Console.Write(' '));

        Assert.Equal(["display:1", "stdout:2"], result.Outputs.Select(Describe));
    }

    [Fact]
    public async Task A_cancelled_cell_fails_and_its_session_takes_no_other_as_long_as_it_goes_on()
    {
        using var own = new CSharpSession();
        using var cancellation = new CancellationTokenSource();
        var ended = Path.Combine(session.Folder, "end");
        var result = await own.RunAsync(
            $"Console.Write(\"started\"); while (!File.Exists(@\"{ended}\")) await Task.Delay(5);",
            "endless", _ => cancellation.Cancel(), cancellation.Token);
        Assert.Equal("OperationCanceledException", result.Error!.Name);
        Assert.Equal(["stdout:started", "error:OperationCanceledException"], result.Outputs.Select(Describe));
        await Assert.ThrowsAsync<InvalidOperationException>(() => own.RunAsync("1", "next", null, CancellationToken.None));

        session.Write("end", "");
        CellResult? next = null;
        while (next is null)
        {
            try
            {
                next = await own.RunAsync("2", "next", null, CancellationToken.None);
            }
            catch (InvalidOperationException)
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal("result:2", Describe(Assert.Single(next.Outputs)));
    }

    internal static string Describe(CellOutput output) => output switch
    {
        StreamOutput stream => $"{stream.Name}:{stream.Text.Replace("\n", "\\n", StringComparison.Ordinal)}",
        DisplayData display => $"display:{display.Text("text/plain")}",
        ExecuteResult result => $"result:{result.Text("text/plain")}",
        ErrorOutput error => $"error:{error.Name}",
        _ => throw new ArgumentException(output.GetType().Name),
    };
}
