using Analysis.Cli;

namespace Analysis.Notebooks.Tests.Cli;

public sealed class RunProgressLinesTests
{
    private static readonly Notebook First = Notebooks.In("/n/1-first.ipynb", Notebooks.Prose("p", "prose"), Notebooks.Code("setup", "1"));
    private static readonly Notebook Second = Notebooks.In(
        "/n/2-second.ipynb", Notebooks.Code("setup", "1"), Notebooks.Prose("p", "prose"), Notebooks.Code("chart", "2"));

    [Fact]
    public void On_a_terminal_one_line_is_written_over_and_cleared_at_the_end() => Assert.Equal(
        "\r\e[K1-first.ipynb  1/1  setup\r\e[K2-second.ipynb  1/2  setup\r\e[K2-second.ipynb  2/2  chart\r\e[K", Written(isTerminal: true));

    [Fact]
    public void Elsewhere_each_notebook_is_a_plain_line() =>
        Assert.Equal("1-first.ipynb: 1 code cell\n2-second.ipynb: 2 code cells\n", Written(isTerminal: false));

    private static string Written(bool isTerminal)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var lines = new RunProgressLines(output, isTerminal);
        lines.Tell(First, 1);
        lines.Tell(Second, 0);
        lines.Tell(Second, 2);
        lines.Close();
        return output.ToString();
    }
}
