namespace Analysis.Notebooks.Tests;

public sealed class DibTests
{
    private const string Text = "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\"}}\n\n#!markdown\n\n# سؤال؟\n\n#!csharp\n\nvar x = 1;\n\nx\n\n#!pwsh\n\nls\n";

    [Fact]
    public void Cells_are_headed_by_their_language()
    {
        var notebook = DibFormat.Parse(Text, "x.dib");

        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Code], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal(["# سؤال؟", "var x = 1;\n\nx", "ls"], notebook.Cells.Select(cell => cell.Source));
        Assert.Equal(["csharp", "pwsh"], notebook.Cells.Skip(1).Select(cell => cell.Language));
        Assert.Equal("csharp", notebook.Metadata["kernelInfo"]!["defaultKernelName"]!.ToString());
    }

    [Fact]
    public void Formatting_is_the_inverse_of_parsing() => Assert.Equal(Text, DibFormat.Format(DibFormat.Parse(Text, "x.dib")));

    [Fact]
    public void Line_ends_of_any_kind_and_short_names_are_read()
    {
        var notebook = DibFormat.Parse("#!md\r\nprose\r\n#!c#\r\n1\r\n", "x.dib");

        Assert.Equal(["prose", "1"], notebook.Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void Code_before_any_heading_is_csharp() => Assert.Equal("1", Assert.Single(DibFormat.Parse("1", "x.dib").Cells).Source);

    [Fact]
    public void A_broken_metadata_block_is_refused() =>
        Assert.Throws<InvalidDataException>(() => DibFormat.Parse("#!meta\n{", "x.dib"));
}
