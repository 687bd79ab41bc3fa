using System.Buffers.Binary;
using System.Text;
using Analysis.Tests.Corpora;

namespace Analysis.Tests.Reports;

/// <summary>The files beside the documents of a report, and the folder as a whole.</summary>
public sealed class ReportFileTests
{
    [Theory]
    [InlineData("قال \u202Eevil", "قال [RLO]evil")]
    [InlineData("a \u2067b", "a \u2067b\u2069")]
    [InlineData("a\u2069 b", "a b")]
    [InlineData("\u2067a\u2069", "\u2067a\u2069")]
    [InlineData("bell \u0007", "bell \uFFFD")]
    public void A_contained_text_turns_nothing_around_it(string text, string contained) =>
        Assert.Equal(contained, ShownText.Contained(text));

    [Fact]
    public void Csv_for_excel_holds_no_formula_and_other_csv_the_texts_as_they_are()
    {
        string Written(bool forExcel)
        {
            using var writer = new StringWriter();
            SampleReport.Table.WriteCsv(writer, forExcel);
            return writer.ToString();
        }

        Assert.Contains("\n'-2+3,-3,2020-01-03,false\n", Written(forExcel: true), StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(", Written(forExcel: true), StringComparison.Ordinal);
        Assert.Contains("\n'@SUM(A1),", Written(forExcel: true), StringComparison.Ordinal);
        Assert.Contains("\n-2+3,-3,", Written(forExcel: false), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_people_read_in_Arabic_keeps_numbers_and_days_and_has_names_for_ids()
    {
        var rows = new[] { new { Id = "a", Name = "attack", Count = 3, Published = new DateOnly(2020, 1, 3), Text = "قال: لا" } };
        var table = TableView.TryCreate(rows)!;
        Assert.Equal(["الاسم", "العدد", "تاريخ النشر", "النص"], table.In(Language.Arabic).Columns);
        Assert.Equal(["هجوم", 3, new DateOnly(2020, 1, 3), "قال: لا"], table.In(Language.Arabic).Values(0));
        Assert.Same(table, table.In(Language.English));
    }

    [Fact]
    public void Digits_of_a_report_are_those_of_its_language_but_not_in_what_the_corpus_says()
    {
        var corpus = Corpus.Of([new("000", "قتل 12 شخصا.", Title: "مقتل 12", Published: new(2020, 1, 3))])
            .In(Language.ArabicWithArabicDigits);
        var report = corpus.Report("Report").Add(SampleFigures.Bar).Shown;
        var rows = new[] { new { Document = "000", Documents = 12, Text = "قتل 12 شخصا", Id = "?طريق المطار" } };
        var table = TableView.TryCreate(rows)!;
        Assert.Equal(
            ["\u2068مقتل 12\u2069، ٣ يناير ٢٠٢٠", "١٢", "قتل 12 شخصا", "طريق المطار*"],
            table.ShownColumns.Select(column => HtmlTable.Shown(column, 1, report.Language)[0]));
        Assert.Contains("غير مدرج", table.CaptionIn(report.Language), StringComparison.Ordinal);
        Assert.Equal("لكل ١٠٠٠ كلمة", HtmlTable.Head(new("PerThousand", true, _ => 1), report.Language));
    }

    [Fact]
    public void Markdown_has_no_markup_in_its_cells()
    {
        var table = MarkdownTable.Of(SampleReport.Table);
        Assert.Equal(SampleReport.Table.RowCount + 2, table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(@"\!\[x\](http:\//x.test/p.png)", table, StringComparison.Ordinal);
        Assert.Contains(@"\</td\>\<script\>", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 7559)]
    [InlineData(3, 11339)]
    public void A_png_says_how_many_pixels_a_metre_has(double scale, uint perMetre)
    {
        byte[] png = [.. new byte[33], 1, 2, 3];
        var dense = PngDensity.Set(png, scale);
        Assert.Equal("pHYs", Encoding.ASCII.GetString(dense, 37, 4));
        Assert.Equal(perMetre, BinaryPrimitives.ReadUInt32BigEndian(dense.AsSpan(41)));
        Assert.Equal([1, 2, 3], dense[^3..]);
    }

    [Fact]
    public void A_citation_closes_its_braces()
    {
        var citation = Citation.Of(SampleReport.In(Language.English) with { Title = "50 % } of {x} \\ & #1" });
        Assert.Equal(citation.Replace(@"\{", "", StringComparison.Ordinal)
            .Count(letter => letter == '{'), citation.Replace(@"\}", "", StringComparison.Ordinal).Count(letter => letter == '}'));
        Assert.Matches(@"\A@misc\{report,\n(  [a-z]+ = \{.*\},?\n)+\}\n\z", citation);
        Assert.Contains(@"title = {{50 \% \} of \{x\} \textbackslash{} \& \#1}}", citation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_is_read_back_and_names_what_differs()
    {
        var report = SampleReport.In(Language.English);
        var manifest = ReportManifest.Of(report, [("figures/a.csv", "1"), ("report.docx", "2")]);
        Assert.Contains("entities.tsv", manifest.Inputs.Keys);
        Assert.Contains("events.tsv", manifest.Inputs.Keys);
        using var folder = new TemporaryFolder();
        folder.With("manifest.json", manifest.ToJson()).With("other.json", "{\"title\": 3}");
        Assert.Empty(manifest.Differences(ReportManifest.Load(folder.At("manifest.json"))));
        Assert.Equal(
            ["figures/a.csv differs", "figures/b.csv is new"],
            manifest.Differences(ReportManifest.Of(report, [("figures/a.csv", "3"), ("figures/b.csv", "1"), ("report.docx", "9")])));
        Assert.Contains(
            "the manifest of a report expected",
                Assert.Throws<InvalidDataException>(() => ReportManifest.Load(folder.At("other.json"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_written_with_the_same_data_each_time()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        using var folder = new TemporaryFolder();
        var report = Corpus.Open(Repository.Corpus).Report("A report").Add(SampleFigures.Bar, "Read it.").Add(SampleFigures.Bar)
            .Add(SampleReport.Arabic, "A table", id: "names");
        var saved = await report.WriteAsync(folder.At("a"), TestContext.Current.CancellationToken);
        await report.WriteAsync(folder.At("b"), TestContext.Current.CancellationToken);
        Assert.Equal("", saved.Warning);
        Assert.All(saved.Files, file => Assert.True(File.Exists(Path.Combine(saved.Folder, file)), file));
        string[] expected =
        [
            "figures/entity-counts.png", "figures/entity-counts@3x.png", "figures/entity-counts.svg", "figures/entity-counts.pdf",
            "figures/entity-counts-2.csv", "tables/names.csv", "tables/names.md", "tables.xlsx", "report.docx", "report.html", "report.pdf",
            "citation.bib", "manifest.json",
        ];
        Assert.All(expected, file => Assert.Contains(file, saved.Files));
        Assert.Empty(ReportManifest.Load(folder.At("a/manifest.json")).Differences(ReportManifest.Load(folder.At("b/manifest.json"))));
        Assert.NotNull(saved.Sheet(1));
        Assert.Null(saved.Sheet(1000));
    }
}
